import Configuration
import Expressions
import Kinds
package import Planning
package import Reporting

extension Rule {
    package static let schemaLockDrift = Rule(
        "EST3026",
        "schema-lock-drift",
        .error,
        scope: .project,
        since: "0.2.0",
        summary: "A schema is not what `schemas.lock` has of it.",
        explanation: """
            The lock holds each version of a table's contract, so that no change of one passes unseen. What breaks readers \
            (a column that is gone, of another type or may be null now, another key) needs a higher `version:` in the \
            schema; 'esteira lock' then writes the lock anew, and a reviewer sees both. What only adds needs just 'esteira \
            lock'. New schemas and raised versions that are not in the lock yet are warnings. A project without the file \
            is held to nothing.
            """,
        bad: """
            # file: schemas/refunds.yaml
            schema: refunds
            columns:
              refund_id: {type: uuid, nullable: false}
              ⟦amount⟧: int
            primary_key: refund_id
            # file: schemas.lock
            {
              "lock_version": 1,
              "schemas": {
                "refunds": {
                  "columns": {
                    "amount": "bigint",
                    "refund_id": "uuid not null"
                  },
                  "primary_key": ["refund_id"],
                  "version": 1
                }
              }
            }
            """,
        good: """
            # file: schemas/refunds.yaml
            schema: refunds
            version: 2
            columns:
              refund_id: {type: uuid, nullable: false}
              amount: int
            primary_key: refund_id
            # file: schemas.lock
            {
              "lock_version": 1,
              "schemas": {
                "refunds": {
                  "columns": {
                    "amount": "int",
                    "refund_id": "uuid not null"
                  },
                  "primary_key": ["refund_id"],
                  "version": 2
                }
              }
            }
            """
    )
}

extension Check {
    static let schemaLockDrift = Check(.schemaLockDrift) { project, found in
        guard let declared = project.project, let lock = declared.lock else { return }
        for drift in lock.drifts(of: declared.schemas) {
            if case .gone = drift, !project.namesAllSchemas { continue }
            for finding in drift.findings { found.report(finding) }
        }
    }
}

extension LintedProject {
    /// Whether no schema only seems to be gone because its file could not be read.
    fileprivate var namesAllSchemas: Bool {
        files.inFolder("schemas").allSatisfy { trees[$0.path]?["schema"]?.scalar != nil }
    }
}

extension SchemaDrift {
    /// Each where it is put right.
    package var findings: [Diagnostic] {
        switch self {
        case .new(let schema):
            [
                Diagnostic(
                    .schemaLockDrift, "schema '\(schema.name)' is not in \(SchemaLock.file)", at: schema.span,
                    help: "run 'esteira lock'", severity: .warning)
            ]
        case .gone(let locked):
            [
                Diagnostic(
                    .schemaLockDrift, "schema '\(locked.name)' is gone", at: locked.span,
                    help: "run 'esteira lock', which takes it out, or put it back")
            ]
        case .version(let schema, let locked): [.otherVersion(schema, than: locked)]
        case .contract(let schema, let locked, let changes):
            changes.map { .otherContract($0, of: schema, than: locked) }
        }
    }
}

extension Diagnostic {
    fileprivate static func otherVersion(_ schema: TableSchema, than locked: TableSchema) -> Diagnostic {
        let isRaised = schema.version > locked.version
        return Diagnostic(
            .schemaLockDrift,
            "schema '\(schema.name)' has version \(schema.version), and \(SchemaLock.file) has version \(locked.version)",
            at: schema.versionSpan ?? schema.span,
            help: isRaised ? "run 'esteira lock'" : "write 'version: \(locked.version)', or a higher one",
            severity: isRaised ? .warning : .error)
    }

    fileprivate static func otherContract(
        _ change: ContractChange, of schema: TableSchema, than locked: TableSchema
    ) -> Diagnostic {
        let told = change.phrased(of: schema, since: locked)
        return Diagnostic(
            .schemaLockDrift, told.message, at: told.span, notes: [Note("it is locked here", at: told.locked)],
            help: change.breaksReaders
                ? "write 'version: \(locked.version + 1)' and run 'esteira lock', or undo the change"
                : "run 'esteira lock': no reader breaks by this")
    }
}

extension ContractChange {
    fileprivate func phrased(of schema: TableSchema, since locked: TableSchema) -> (
        message: Message, span: Span, locked: Span
    ) {
        let version: Message = "version \(locked.version) of schema '\(schema.name)'"
        return switch self {
        case .added(let column):
            ("column '\(column.column.name)' is new, and \(version) does not have it", column.span, locked.span)
        case .removed(let column):
            ("column '\(column.column.name)' is gone, and \(version) has it", schema.span, column.span)
        case .changed(let column, let before, _):
            (
                "column '\(column.column.name)' is \(column.column.contract), and \(version) has \(before.column.contract)",
                column.span, before.span
            )
        case .key(let key, let before):
            (
                "the primary key is \(key.words), and \(version) has \(before.words)", key.first?.span ?? schema.span,
                before.first?.span ?? locked.span
            )
        }
    }
}

extension [Text] {
    fileprivate var words: String { "(\(map(\.string).joined(separator: ", ")))" }
}
