/// Every step kind, sorted by the word a person writes.
package let builtInSteps: [any StepKind.Type] = [
    Aggregate.self, Cast.self, Dedupe.self, Distinct.self, Drop.self, Filter.self, JoinStep.self, Limit.self,
    Rename.self,
    Select.self, SetColumns.self, Sort.self, SQLStep.self, Union.self, Window.self,
]
