package import Configuration
package import Reporting

/// A sink: a table of the warehouse that a dataset is loaded into.
package struct SinkDeclaration: Sendable {
    package var name: Text
    package var from: Text
    package var table: Text
    package var connection: Text
    package var mode: Mode
    package var key: [Text]
    /// Of `partition`: the columns whose values tell the partitions apart.
    package var partition: [Text]
    /// Of `scd2`: the columns in which a row's version differs from the next; none where all but the key are meant.
    package var track: [Text]
    package var absentRows: AbsentRows
    package var schemaChanges: SchemaChanges
    /// What lint says where its schema loses what the lock has.
    package var destructiveChanges: DestructiveChanges
    package var schema: Text?
    package var inputFailures: InputFailures
    package var condition: Text?
    package var policy: TaskPolicy
    package var span: Span { name.span }

    /// How rows meet those that the table has.
    package enum Mode: String, Sendable, CaseIterable {
        case append, merge, partition, replace, scd2

        /// Whether rows are found by their key, so that there must be one.
        package var needsKey: Bool { self == .merge || self == .scd2 }

        /// Whether rows go that the table had: all of them, or those of the partitions that come.
        package var removesRows: Bool { self == .replace || self == .partition }
    }

    /// Of `scd2`: what becomes of a row's current version when its key does not come.
    package enum AbsentRows: String, Sendable, CaseIterable {
        case close, keep
    }

    package enum SchemaChanges: String, Sendable, CaseIterable {
        case addColumns = "add_columns"
        case fail
        case ignore
    }

    package enum DestructiveChanges: String, Sendable, CaseIterable {
        case allow, refuse
    }

    /// That of keys and comments: the one it names, or else the one named like its dataset.
    package var schemaName: String { schema?.string ?? from.string.lastPart(after: ".") }

    /// The columns that `scd2` adds: the moment from which a version holds, and the one at which it ended, null in the
    /// current version.
    package static let validFrom = "valid_from"
    package static let validTo = "valid_to"
}
