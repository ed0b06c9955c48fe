package import Algebra
package import Expressions
package import Kinds
package import Quality
package import Reporting
package import Synthesis

/// One thing to do, with everything needed to do it.
package struct PlannedTask: Sendable {
    /// Stable: `transform.orders`.
    package var id: String
    package var group: Group
    /// The dataset, file or table it makes, for people.
    package var title: String
    package var dependsOn: [String]
    package var work: Work
    package var policy: TaskPolicy
    /// Where the declaration stands.
    package var span: Span
    /// What the task does, spelled so that equal work has equal text.
    package var definition: String
    package var rowsIn: RowCount
    package var rowsOut: RowCount
    /// What it does without a dependency that was not done, by the dependency's id; else it is skipped.
    package var inputFailures: [String: InputFailure] = [:]
    /// The condition that does not hold, where it takes no part in the run.
    package var leftOut: String?

    /// The tasks whose rows it reads one by one: what a check only looks up is not counted.
    var countedInputs: [String] {
        if case .check = work { Array(dependsOn.prefix(1)) } else { dependsOn }
    }

    package enum Group: String, Sendable, CaseIterable {
        case wait, generate, ingest, transform, check, load
    }

    package enum Work: Sendable {
        case wait(WaitWork)
        case generate(GenerateWork)
        case ingest(IngestWork)
        case transform(TransformWork)
        case check(CheckWork)
        case load(LoadWork)
    }
}

/// How many rows, and how surely.
package enum RowCount: Hashable, Sendable {
    case exact(Int)
    /// From the last run.
    case estimated(Int)
    case unknown
}

package struct GenerateWork: Sendable {
    package var program: SyntheticProgram
    package var table: String
    package var csv: CSVDialect
    /// Relative to the project's folder.
    package var path: String
}

package struct IngestWork: Sendable {
    package var dataset: DatasetName
    package var format: FileFormat
    /// File or pattern, relative to the project's folder.
    package var path: String
    package var row: RowType
    package var badRows: BadRowPolicy
    package var skipsWhenMissing: Bool
    /// Each file is a task of its own.
    package var mapping: MappedFiles?
    package var output: LakeOutput
}

package struct TransformWork: Sendable {
    package var dataset: DatasetName
    package var relation: Relation
    /// Paths in the lake of the datasets it reads.
    package var inputs: [DatasetName: String]
    package var output: LakeOutput
}

package struct CheckWork: Sendable {
    package var dataset: DatasetName
    package var suite: Suite
    package var row: RowType
    /// What the suite reads besides the dataset, by the name in the suite. May be the dataset itself.
    package var others: [String: OtherInput]
    package var action: OnFailure
    /// Share of rows set aside above which the dataset is held back all the same.
    package var limit: Double?
    package var path: String
    /// How a file without the rows set aside is written.
    package var parquet: ParquetSettings
    /// Where the result is written, relative to the lake.
    package var report: String

    /// Where rows set aside are written: beside the lake's data, at the dataset's own path.
    package var quarantinePath: String { "quarantine/\(path)" }

    /// A dataset that another one is checked with.
    package struct OtherInput: Sendable {
        package var dataset: DatasetName
        package var row: RowType
        /// Relative to the lake.
        package var path: String
    }
}

/// A dataset's file in the lake.
package struct LakeOutput: Sendable, Hashable {
    /// Relative to the lake.
    package var path: String
    package var parquet: ParquetSettings
    /// Whether a check publishes it; else the task that writes it does.
    package var isChecked: Bool
}
