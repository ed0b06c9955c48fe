import Algebra
import Configuration
package import Kinds
import Synthesis

/// What differs between two states of a project for a pipeline. Names count, places do not: a file that moved, another
/// layout, other comments and another order of keys are no change.
///
/// - Parameter old: nil where the pipeline is new.
package func changes(from old: ComparedPipeline?, to new: ComparedPipeline, base: String) -> PlanChanges {
    guard let old else {
        let added = PlanChange(
            subject: "pipeline \(new.compiled.pipeline.name)", action: .added, category: .additive,
            what: "pipeline added",
            source: new.compiled.pipeline.span)
        return PlanChanges(base: base, items: [added])
    }
    var items = datasetChanges(old, new)
    items += sinkChanges(old, new) + checkChanges(old, new) + generatorChanges(old, new)
    items += pipelineChanges(old, new) + profileChanges(old, new)
    let touched = Set(items.map(\.subject))
    let unchanged = new.subjects.intersection(old.subjects).subtracting(touched).count
    return PlanChanges(base: base, items: items.inOrder, unchanged: unchanged)
}

extension ComparedPipeline {
    fileprivate var subjects: Set<String> {
        Set(
            datasets.map { "\($0.name)" } + compiled.checks.map { "check \($0.dataset)" }
                + compiled.sinks.map { "table \($0.declaration.table.string)" }
                + compiled.pipeline.generators.flatMap { $0.database.tables.map { "generated \($0.name)" } })
    }
}

extension [PlanChange] {
    /// By seriousness; within one, as found.
    fileprivate var inOrder: [PlanChange] {
        PlanChange.Category.allCases.flatMap { category in filter { $0.category == category } }
    }
}

extension PlanChanges {
    /// Pipelines that were there and are not. Other pipelines that are there both times have plans of their own.
    ///
    /// - Parameter compared: the one that the plan's own pipeline was.
    package mutating func addRemovedPipelines(of then: Project, now: Project, except compared: String?) {
        let gone = then.pipelines.filter { old in
            old.name != compared && !now.pipelines.contains { $0.name == old.name }
        }
        items += gone.map {
            PlanChange(
                subject: "pipeline \($0.name)", action: .removed, category: .breaking, what: "pipeline gone",
                before: $0.description?.onOneLine)
        }
        items = items.inOrder
    }
}
