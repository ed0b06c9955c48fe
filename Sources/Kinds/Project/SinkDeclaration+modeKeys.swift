import Configuration
import Reporting

extension SinkDeclaration {
    /// Keys that mean something in one mode alone.
    private static let ownKeys: [(key: String, mode: Mode)] = [
        ("partition", .partition), ("track", .scd2), ("deletes", .scd2),
    ]

    func checkModeKeys(_ record: Record, found: inout Diagnostics) {
        let written = record.text("mode")
        // Of a mode that could not be read nothing is known.
        guard written != nil || !record.has("mode") else { return }
        for (key, owner) in Self.ownKeys where mode != owner {
            guard let span = record.keySpan(key) else { continue }
            found.report(
                Diagnostic(
                    .keyNotApplicable,
                    "'\(key)' does not apply to 'mode: \(mode.rawValue)'; it is a key of 'mode: \(owner.rawValue)'",
                    at: span,
                    help: "remove it, or write 'mode: \(owner.rawValue)'"))
        }
        let isUnread = record.has("partition") && record.item("partition") == nil
        guard mode == .partition, partition.isEmpty, !isUnread else { return }
        found.report(
            Diagnostic(
                .unboundedDelete, "sink '\(name)' names no partition, so every row of '\(table)' would be deleted",
                at: written?.span ?? span,
                help: "write 'partition: [column]', or 'mode: replace' where all rows are meant"))
    }
}
