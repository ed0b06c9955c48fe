import Algebra
import Configuration
import Kinds
import Planning
import Reporting

/// A join whose other side is not known to have one row for each key.
struct UnprovenJoin {
    var right: Relation
    var columns: [String]

    /// What is joined by, as a person reads it.
    var keyPhrase: Message {
        columns.isEmpty ? "row" : "'\(columns.joined(separator: ", "))'"
    }
}

extension CompiledStep {
    func unprovenJoin(_ keys: UniqueKeys) -> UnprovenJoin? {
        guard step is JoinStep, case .join(let join) = output, join.kind.keepsRightColumns else { return nil }
        let columns = join.rightColumns
        guard !keys.isUnique(join.right, by: columns) else { return nil }
        return UnprovenJoin(right: join.right, columns: columns.sorted())
    }
}
