package import Engines
package import Expressions

/// A dataset that expectations read besides the one they are about.
package struct OtherTable: Sendable {
    /// `processed.users`
    package let name: String
    /// No columns where they are not known.
    package let row: RowType
    /// What stands behind FROM.
    package let relation: SQL

    package init(name: String, row: RowType, relation: SQL) {
        self.name = name
        self.row = row
        self.relation = relation
    }
}
