/// How rows meet those that the table has.
package enum LoadMode: Hashable, Sendable {
    /// The table holds these rows and no other.
    case replace
    case append
    /// Rows with a known key change, others are added. The key's columns have no null, and no key comes twice.
    case merge(key: [String])
    /// The partitions that come hold these rows and no other; the table's other partitions stay. Values of the columns
    /// tell partitions apart, and null is one of them.
    case partition(by: [String])
    /// Rows that differ become new versions. The key's columns have no null, and no key comes twice.
    case scd2(History)

    package var name: String {
        switch self {
        case .replace: "replace"
        case .append: "append"
        case .merge: "merge"
        case .partition: "partition"
        case .scd2: "scd2"
        }
    }

    /// Whether any other load of the table may have taken away what this one brought: of a partition too, since who
    /// loads another interval may bring rows of the same partition.
    var isUndoneByOthers: Bool {
        switch self {
        case .replace, .partition: true
        case .append, .merge, .scd2: false
        }
    }

    /// By which an index finds each row of the table; empty where rows are not found one by one.
    package var rowKey: [String] {
        if case .scd2(let history) = self { history.versionKey } else { key }
    }

    /// By which rows are found.
    var key: [String] {
        switch self {
        case .append, .partition, .replace: []
        case .merge(let key): key
        case .scd2(let history): history.key
        }
    }
}
