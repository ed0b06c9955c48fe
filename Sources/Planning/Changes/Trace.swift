import Algebra
import Expressions

/// A column of a dataset of the pipeline.
struct ColumnName: Hashable {
    var dataset: DatasetName
    var column: String
}

/// Where a column's values come from.
struct ColumnTrace: Hashable {
    /// Over columns of datasets, so that steps that only move columns about do not show. Equal where values are equal.
    var formula: String
    var reads: Set<ColumnName>
    /// The column it is, unchanged; nil for what is computed.
    var origin: ColumnName?
}

/// Something that decides which rows there are.
struct RowStep: Hashable {
    enum Kind: String, Hashable {
        case source, filter, distinct, dedupe, join, group, union, sort, limit, query

        /// For people.
        var words: String {
            switch self {
            case .source: "input"
            case .dedupe: "choice of one row a key"
            case .group: "grouping"
            case .query: "query"
            case .filter, .distinct, .join, .union, .sort, .limit: rawValue
            }
        }
    }

    var kind: Kind
    var formula: String
    var reads: Set<ColumnName>
    /// Short form for people; nil where the written text of `expression` says it.
    var words: String
    var expression: TypedExpression?

    static func == (a: RowStep, b: RowStep) -> Bool { a.kind == b.kind && a.formula == b.formula }

    func hash(into hasher: inout Hasher) { hasher.combine(formula) }
}

/// What a relation means in terms of the datasets it reads: its columns, and what decides its rows.
struct Trace {
    /// In the order of the relation.
    var columns: [(column: Column, trace: ColumnTrace)]
    var steps: [RowStep]

    subscript(name: String) -> ColumnTrace? { columns.first { $0.column.name == name }?.trace }

    var reads: Set<ColumnName> { columns.reduce(into: []) { $0.formUnion($1.trace.reads) } }

    /// The datasets whose rows decide about rows.
    var datasets: Set<DatasetName>

    /// Filters side by side in one order: which comes first decides nothing.
    var orderedSteps: [RowStep] {
        var ordered: [RowStep] = []
        for step in steps {
            var place = ordered.count
            while step.kind == .filter, place > 0, ordered[place - 1].kind == .filter,
                step.formula < ordered[place - 1].formula
            {
                place -= 1
            }
            ordered.insert(step, at: place)
        }
        return ordered
    }
}

/// Long formulas are kept as digests: they are compared, and nested ones would grow without end.
func shortened(_ formula: String) -> String {
    formula.utf8.count <= 120 ? formula : String(fingerprint([formula]).prefix(24))
}
