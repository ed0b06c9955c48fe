package import Expressions

extension Relation {
    /// The columns of the result.
    package var row: RowType {
        switch self {
        case .dataset(_, let row): row
        case .project(let columns, _): RowType(columns.map(\.column))
        case .filter(_, let input), .distinct(let input), .first(_, _, let input), .sort(_, let input),
            .limit(_, _, let input):
            input.row
        case .join(let join): join.row
        case .aggregate(let keys, let set, _): RowType((keys + set).map(\.column))
        case .window(let added, _, _, let input):
            RowType(input.row.columns + added.map { Column($0.name, $0.type, isNullable: $0.function.mayBeNull) })
        case .union(let inputs): unionRow(of: inputs.map(\.row))
        case .query(let query): query.row
        }
    }

    /// The relations this one reads directly.
    package var inputs: [Relation] {
        switch self {
        case .dataset: []
        case .project(_, let input), .filter(_, let input), .distinct(let input), .first(_, _, let input),
            .aggregate(_, _, let input), .window(_, _, _, let input), .sort(_, let input), .limit(_, _, let input):
            [input]
        case .join(let join): [join.left, join.right]
        case .union(let inputs): inputs
        case .query(let query): query.inputs.sorted { $0.key < $1.key }.map(\.value)
        }
    }

    /// The datasets it reads in the end, each once, in order of appearance.
    package var datasets: [DatasetName] {
        var seen: [DatasetName] = []
        visit { if case .dataset(let name, _) = $0, !seen.contains(name) { seen.append(name) } }
        return seen
    }

    /// Calls `body` for this relation and all below it, inputs first.
    package func visit(_ body: (Relation) -> Void) {
        for input in inputs { input.visit(body) }
        body(self)
    }

    /// Names of run-time constants, such as `run.started_at`, that the result depends on.
    package var constants: Set<String> {
        var found: Set<String> = []
        visit { for expression in $0.expressions { found.formUnion(expression.constants) } }
        return found
    }

    /// The expressions of this node alone.
    package var expressions: [TypedExpression] {
        switch self {
        case .project(let columns, _): return columns.map(\.expression)
        case .filter(let condition, _): return [condition]
        case .aggregate(let keys, let set, _): return (keys + set).map(\.expression)
        case .join(let join):
            if case .expression(let condition) = join.condition { return [condition] }
            return []
        case .window(let columns, _, _, _):
            return columns.compactMap {
                if case .aggregate(let expression) = $0.function { expression } else { nil }
            }
        case .dataset, .distinct, .first, .union, .sort, .limit, .query: return []
        }
    }
}

extension WindowColumn.WindowFunction {
    fileprivate var mayBeNull: Bool {
        switch self {
        case .rowNumber, .rank, .denseRank: false
        case .lag, .lead: true
        case .aggregate(let expression): expression.isNullable
        }
    }
}

private func unionRow(of rows: [RowType]) -> RowType {
    guard let first = rows.first else { return RowType([]) }
    return RowType(
        first.columns.enumerated().map { index, column in
            let isNullable = rows.contains { $0.columns.indices.contains(index) && $0.columns[index].isNullable }
            return Column(column.name, column.type, isNullable: isNullable)
        })
}
