package import Algebra
package import Configuration
import Expressions
import Reporting

/// A query in the engine's own SQL.
package struct SQLStep: StepKind {
    package static let spec = KindSpec(
        "sql", summary: "A query in the engine's own SQL over named inputs.", shorthand: "query"
    ) {
        Field(
            "query", .string, required: true, example: "select state, count(*) as users from input group by state",
            doc: "One SELECT. `input` is the step's input; other datasets are declared under `inputs`.")
        Field("inputs", .map(.string), example: "{products: processed.products}", doc: "Further datasets by the name the query uses.")
        Field(
            "columns", .map(.string), example: "{state: string, users: bigint}",
            doc: "Names and types of the result. Left out: the engine is asked while planning.")
    }

    package let query: Text
    package let inputs: [(name: Text, dataset: Text)]
    package let columns: [(name: Text, type: Text)]

    package init?(_ record: Record) {
        guard let query = record.text("query") else { return nil }
        self.query = query
        inputs = record.map("inputs").compactMap { entry in entry.value.asText.map { (entry.name, $0) } }
        columns = record.map("columns").compactMap { entry in entry.value.asText.map { (entry.name, $0) } }
    }

    package var datasets: [Text] { inputs.map(\.dataset) }

    package func relation(over input: Relation, in context: inout StepContext) -> Relation? {
        var named = ["input": input]
        for (name, dataset) in inputs {
            guard let relation = context.dataset(dataset) else { return nil }
            named[name.string] = relation
        }
        var result = Query(text: query.string, inputs: named, row: RowType([]))
        if columns.isEmpty {
            guard let row = bound(result, in: &context) else { return nil }
            result.row = row
        } else {
            for (name, type) in columns {
                guard let parsed = parseDataType(type.string) else {
                    context.found.report(.unknownType(type))
                    return nil
                }
                result.row.columns.append(Column(name.string, parsed))
            }
        }
        return .query(result)
    }

    private func bound(_ query: Query, in context: inout StepContext) -> RowType? {
        switch context.boundRow(of: query) {
        case .success(let row): return row
        case .failure(let fault):
            context.found.report(Diagnostic(.sqlRefused, "the engine refuses this query: \(fault.message)", at: self.query.span))
            return nil
        case nil:
            context.found.report(
                Diagnostic(
                    .columnsUnknownOffline, "the columns of this query are not known without an engine", at: self.query.span,
                    help: "declare them under 'columns:', or install DuckDB ('esteira doctor' says how)"))
            return nil
        }
    }
}
