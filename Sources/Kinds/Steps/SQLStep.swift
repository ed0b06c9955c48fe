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
        Field(
            "inputs", .map(.string), example: "{products: processed.products}",
            doc: "Further datasets by the name the query uses.")
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
        let tokens = sqlTokens(of: query.string)
        guard !tokens.isEmpty else {
            context.found.report(
                Diagnostic(
                    .expressionSyntax, "the query is empty", at: query.span,
                    help: "write one SELECT, as in 'select * from input'"))
            return nil
        }
        if let word = sideEffect(of: tokens) {
            context.found.report(.sideEffect(word, in: query))
            return nil
        }
        var named = ["input": input]
        for (name, dataset) in inputs {
            guard let relation = context.dataset(dataset) else { return nil }
            named[name.string] = relation
        }
        var result = Query(text: query.string, inputs: named, row: RowType([]))
        if columns.isEmpty {
            guard let row = boundColumns(result, in: &context) else { return nil }
            result.row = row
        } else {
            for (name, type) in columns {
                guard let parsed = parseDataType(type.string) else {
                    context.found.report(.unknownType(type))
                    return nil
                }
                result.row.columns.append(Column(name.string, parsed))
            }
            guard agreesWithEngine(result, in: &context) else { return nil }
        }
        return .query(result)
    }

    /// The first word of a statement that is not a query.
    private func sideEffect(of tokens: [SQLToken]) -> SQLToken? {
        let starts = tokens.indices.filter { $0 == 0 || tokens[$0 - 1].isMark(";") }
        return starts.map { tokens[$0] }.first { $0.kind == .word && statements.contains($0.text) }
    }

    /// Whether the declared columns are those of the query; true where no engine can be asked.
    private func agreesWithEngine(_ declared: Query, in context: inout StepContext) -> Bool {
        switch context.boundRow(of: declared) {
        case nil: return true
        // Of what the query opens beside its inputs, the declared columns are all that is known before a run.
        case .failure(let fault) where fault.outside != nil: return true
        case .failure(let fault):
            report(fault, in: &context)
            return false
        case .success(let row):
            let missing = columns.first { name, _ in row[name.string] == nil }
            guard let (name, _) = missing else { return true }
            context.found.report(.notInQuery(name, row))
            return false
        }
    }

    private func report(_ fault: QueryFault, in context: inout StepContext) {
        var names = ["input": context.inputName]
        for (name, dataset) in inputs { names[name.string] = dataset.string }
        context.found.report(.refused(query, fault, inputs: names, datasets: context.datasets))
    }

    private func boundColumns(_ query: Query, in context: inout StepContext) -> RowType? {
        switch context.boundRow(of: query) {
        case .success(let row): return row
        case .failure(let fault):
            report(fault, in: &context)
            return nil
        case nil:
            context.found.report(
                Diagnostic(
                    .columnsUnknownOffline, "the columns of this query are not known without an engine",
                    at: self.query.span,
                    help: "declare them under 'columns:', or install DuckDB ('esteira doctor' says how)"))
            return nil
        }
    }
}

/// Words that begin statements which change something.
private let statements: Set<String> = [
    "alter", "analyze", "attach", "begin", "call", "checkpoint", "commit", "copy", "create", "delete", "detach", "drop",
    "export", "import", "insert", "install", "load", "merge", "pragma", "reset", "rollback", "set", "truncate",
    "update",
    "use", "vacuum",
]

extension Diagnostic {
    fileprivate static func sideEffect(_ word: SQLToken, in query: Text) -> Diagnostic {
        Diagnostic(
            .sideEffect, "'\(word.text)' changes something, and a step only computes", at: query.span(of: word.range),
            help: "write one SELECT; what is to be written is declared as a dataset or a sink")
    }

    fileprivate static func notInQuery(_ name: Text, _ row: RowType) -> Diagnostic {
        let closest = closestName(to: name.string, among: row.names)
        return Diagnostic(
            .outputMismatch, "the query has no column '\(name.string)'", at: name.span,
            help: closest.map { "did you mean '\($0)'?" } ?? "it has \(row.names.joined(separator: ", "))",
            fix: closest.flatMap { name.fix(respelling: $0) })
    }
}
