/// How a relation over one dataset loses rows, where that can be told apart cheaply.
///
/// Row-wise steps commute with `distinct`, so `passing` (the same steps without it) needs one scan and no hash table:
/// rows filtered = rows in - passing, rows deduplicated = passing - rows out.
package struct RowAccount: Hashable, Sendable {
    package var input: DatasetName
    package var passing: Relation
}

extension Relation {
    /// Nil where a row of the result does not stand for a row of one input: joins, aggregates, unions, limits, queries.
    package var rowAccount: RowAccount? {
        guard case .dataset(let input, _) = source, let passing = withoutDistinct else { return nil }
        return RowAccount(input: input, passing: passing)
    }

    private var source: Relation {
        inputs.count == 1 ? inputs[0].source : self
    }

    private var withoutDistinct: Relation? {
        switch self {
        case .dataset: self
        case .project(let columns, let input): input.withoutDistinct.map { .project(columns, from: $0) }
        // A filter behind the choice of one row for each key does not commute with it.
        case .filter(_, let input) where input.choosesRows: nil
        case .filter(let condition, let input): input.withoutDistinct.map { .filter(condition, from: $0) }
        case .distinct(let input), .sort(_, let input), .first(_, _, let input): input.withoutDistinct
        case .join, .aggregate, .window, .union, .limit, .query: nil
        }
    }

    private var choosesRows: Bool {
        if case .first = self { return true }
        return inputs.contains(where: \.choosesRows)
    }
}
