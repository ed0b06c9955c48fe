package import Algebra
package import Configuration
package import Expressions
package import Reporting

/// A step of a transform: `filter`, `join`, … One file each, listed in `builtInSteps`.
package protocol StepKind: Sendable {
    static var spec: KindSpec { get }
    /// Nil where the record is too broken to go on; the reader has said why.
    init?(_ record: Record)
    /// Names of datasets it reads besides its input.
    var datasets: [Text] { get }
    /// Nil where the step does not fit its input; `context` has the reasons.
    func relation(over input: Relation, in context: inout StepContext) -> Relation?
}

extension StepKind {
    package var datasets: [Text] { [] }
}

/// What a step may ask while it turns its input into its output.
package struct StepContext {
    /// Name by which the step's input is known in join conditions and queries.
    package var inputName: String
    /// Where the step is written.
    package var span: Span
    /// Names such as `params.date` and `run.started_at`.
    package var constants: [String: Constant]
    /// Names of all datasets of the pipeline, with and without their zones.
    package var datasets: Set<String> = []
    package var found = Diagnostics()
    /// Those typed so far, in the order of typing.
    package private(set) var expressions: [WrittenExpression] = []
    private let resolve: (Text, inout Diagnostics) -> Relation?
    private let bind: (Query) -> Result<RowType, QueryFault>?

    /// - Parameters:
    ///   - resolve: finds a dataset by the name a person wrote, or reports why not.
    ///   - bind: asks an engine for the columns of a query; nil where no engine is at hand.
    package init(
        inputName: String, span: Span, constants: [String: Constant],
        resolve: @escaping (Text, inout Diagnostics) -> Relation?,
        bind: @escaping (Query) -> Result<RowType, QueryFault>? = { _ in nil }
    ) {
        self.inputName = inputName
        self.span = span
        self.constants = constants
        self.resolve = resolve
        self.bind = bind
    }

    package mutating func dataset(_ name: Text) -> Relation? {
        resolve(name, &found)
    }

    package func boundRow(of query: Query) -> Result<RowType, QueryFault>? { bind(query) }
}

/// An expression that fits its place, with the text a person wrote.
package struct WrittenExpression: Sendable {
    package var text: Text
    package var typed: TypedExpression
}

extension StepContext {
    /// The expression a person wrote, typed over the columns; reports every issue at its place.
    package mutating func typed(_ text: Text, over row: RowType) -> TypedExpression? {
        let scope = ExpressionScope(columns: row.scopeColumns, constants: constants)
        return recorded(text, typedExpression(text, found: &found) { $0.typed(in: scope) })
    }

    /// An expression over the rows of a group; without keys there is one group, which may be empty.
    package mutating func typedAggregate(_ text: Text, over row: RowType, isGrouped: Bool) -> TypedExpression? {
        let scope = ExpressionScope(columns: row.scopeColumns, constants: constants, isGrouped: isGrouped)
        return recorded(text, typedExpression(text, found: &found) { $0.typed(in: scope, allowingAggregates: true) })
    }

    package mutating func typedCondition(_ text: Text, over columns: [ScopeColumn]) -> TypedExpression? {
        let scope = ExpressionScope(columns: columns, constants: constants)
        return recorded(text, typedExpression(text, found: &found) { $0.typedCondition(in: scope) })
    }

    private mutating func recorded(_ text: Text, _ typed: TypedExpression?) -> TypedExpression? {
        if let typed { expressions.append(WrittenExpression(text: text, typed: typed)) }
        return typed
    }

    /// Whether the column is there; reports where not.
    package mutating func column(_ name: Text, of row: RowType) -> Column? {
        if let column = row[name.string] { return column }
        found.report(.unknownColumn(name, among: row))
        return nil
    }

    package mutating func columns(_ names: [Text], of row: RowType) -> [Column]? {
        let columns = names.map { column($0, of: row) }
        return columns.contains(nil) ? nil : columns.compactMap(\.self)
    }
}

extension RowType {
    package var scopeColumns: [ScopeColumn] { columns.map { ScopeColumn(qualifier: nil, column: $0) } }
}

/// Parses an expression written in a file and types it; every issue becomes a finding at its place.
package func typedExpression(
    _ text: Text, found: inout Diagnostics,
    typing: (Expression) -> (expression: TypedExpression?, issues: [ExpressionIssue])
) -> TypedExpression? {
    do {
        let (expression, issues) = typing(try Expression.parse(text.string))
        for issue in issues { found.report(issue.diagnostic(in: text)) }
        return expression
    } catch {
        found.report(error.diagnostic(in: text))
        return nil
    }
}

extension Diagnostic {
    package static func unknownColumn(_ name: Text, among row: RowType) -> Diagnostic {
        unknownColumn(name.string, at: name.span, in: name, 0..<name.string.utf8.count, among: row)
    }

    /// - Parameter range: of the name alone in what is written, in UTF-8 offsets.
    static func unknownColumn(_ name: String, in written: Text, _ range: Range<Int>, among row: RowType) -> Diagnostic {
        unknownColumn(name, at: written.span(of: range), in: written, range, among: row)
    }

    private static func unknownColumn(
        _ name: String, at span: Span, in written: Text, _ range: Range<Int>, among row: RowType
    ) -> Diagnostic {
        let closest = closestName(to: name, among: row.names)
        return Diagnostic(
            .unknownColumn, "no column '\(name)'", at: span,
            help: closest.map { "did you mean '\($0)'?" } ?? "known: \(row.names.sorted().joined(separator: ", "))",
            fix: closest.flatMap { written.fix(.unsafe, "replace '\(name)' by '\($0)'", replacing: range, by: $0) })
    }
}
