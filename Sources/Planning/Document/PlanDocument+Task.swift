extension PlanDocument {
    package struct Task: Hashable, Sendable, Codable {
        package var id: String
        /// `generate`, `ingest`, `transform`, `check` or `load`.
        package var kind: String
        /// The dataset, file or table it makes.
        package var title: String
        package var wave: Int
        /// What happens to what it makes; a rebuild is a delete and a create.
        package var actions: [Action]
        package var mode: String
        package var reasons: [Reason]
        /// What keeps it from being done at once; nil: nothing that planning can see.
        package var hold: Hold?
        /// From the task to the file, ledger row, parameter or clock that decides.
        package var why: [Step]
        package var rowsIn: Quantity
        package var rowsOut: Quantity
        package var bytes: Quantity
        package var dependsOn: [String]
        /// Files, datasets and tables.
        package var reads: [String]
        package var writes: [String]
        package var columns: [Column]
        /// Where its columns come from and go to, in their order; nil where it has none.
        package var lineage: [Lineage]?
        /// Columns that decide which rows there are.
        package var rowsFrom: [String]?
        package var policy: Policy
        /// What it takes while it works.
        package var resources: Resources?
        /// Digest of what it does, without its inputs.
        package var definition: String
        /// How the definition differs from that of the last run; nil where it does not, or nobody knows.
        package var definitionChanges: [DefinitionChange]?
        /// Name of the run that completed it last.
        package var lastRun: String?
        package var source: Source
        /// Where they were asked for.
        package var statements: [String]?
    }

    package enum Action: String, Hashable, Sendable, Codable {
        case create, delete, update, run, reuse, wait, block, skip
    }

    package struct Reason: Hashable, Sendable, Codable {
        package enum Kind: String, Hashable, Sendable, Codable {
            case new, definition, input, clock, look, missing
            case upToDate = "up_to_date"
        }

        package var kind: Kind
        package var words: String
        /// The task or file that changed.
        package var subject: String?
    }

    package struct Hold: Hashable, Sendable, Codable {
        package enum Kind: String, Hashable, Sendable, Codable {
            case blocked, waiting, undecided
            case leftOut = "left_out"
        }

        package var kind: Kind
        package var words: String
    }

    /// A column of what a task makes, and the columns on either side of it.
    package struct Lineage: Hashable, Sendable, Codable {
        package var column: String
        /// `raw.orders.status`.
        package var from: [String]
        /// Whether it is that one column, unchanged.
        package var isCopied: Bool
        /// `processed.revenue.revenue`, `table dwh.orders.status`.
        package var to: [String]
    }

    package struct DefinitionChange: Hashable, Sendable, Codable {
        /// `added`, `changed` or `removed`.
        package var action: String
        /// `filter`, `column revenue`.
        package var what: String
        package var before: String?
        package var after: String?
    }

    /// One step of the way from a task to what decides about it.
    package struct Step: Hashable, Sendable, Codable {
        package enum Ground: String, Hashable, Sendable, Codable {
            case task, file, ledger, parameter, clock, lake, hold
        }

        package var subject: String
        package var ground: Ground
        package var fact: String
        package var source: Source?
    }

    package struct Column: Hashable, Sendable, Codable {
        package var name: String
        package var type: String
        package var nullable: Bool
    }

    package struct Resources: Hashable, Sendable, Codable {
        /// Slots of the project's pools, or bytes of a pool of memory, by the pool's name.
        package var pools: [String: Int]
        /// Bytes that go to a server; nil where none does.
        package var network: Quantity?

        /// Nil where it takes nothing that is counted.
        package init?(pools: [String: Int], network: Quantity?) {
            guard !pools.isEmpty || network != nil else { return nil }
            self.pools = pools
            self.network = network
        }
    }

    package struct Policy: Hashable, Sendable, Codable {
        package var attempts: Int
        /// Of one attempt; nil: none.
        package var timeoutSeconds: Int?
    }
}

extension PlanDocument.Task {
    package var runs: Bool { ![[.reuse], [.block], [.skip]].contains(actions) }

    package var symbol: String {
        if hold?.kind == .undecided { return "?" }
        return switch actions {
        case [.create]: "+"
        case [.delete, .create]: "-/+"
        case [.update]: "~"
        case [.delete]: "-"
        case [.reuse]: "="
        case [.wait]: "…"
        case [.block]: "x"
        case [.skip]: "·"
        default: ">"
        }
    }
}
