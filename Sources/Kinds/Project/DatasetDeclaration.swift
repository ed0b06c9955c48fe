package import Configuration
package import Quality
package import Reporting

/// A source: files that become a dataset of the lake.
package struct SourceDeclaration: Sendable {
    package var name: Text
    package var zone: String
    package var format: FileFormat
    package var path: Text
    /// Name of the schema file's table; nil: the file's own types (Parquet alone).
    package var schema: Text?
    package var badRows: BadRowPolicy
    /// What happens when no file is there.
    package var skipsWhenMissing: Bool
    /// Its own sensor.
    package var wait: WaitDeclaration?
    /// Each file is a task of its own.
    package var mapping: MappedFiles?
    /// It takes part in a run only where this is true of the parameters.
    package var condition: Text?
    package var write: ParquetSettings
    package var policy: TaskPolicy
    package var span: Span { name.span }
}

package enum FileFormat: Hashable, Sendable {
    case csv(CSVSettings)
    case parquet
    case jsonLines
}

/// The dialect of CSV files, declared and never guessed.
package struct CSVSettings: Hashable, Sendable {
    package var delimiter = ","
    package var quote = "\""
    package var hasHeader = true
    /// Text that stands for a missing value.
    package var null = ""
}

/// What becomes of a row that does not fit its schema.
package struct BadRowPolicy: Hashable, Sendable {
    package enum Action: String, Hashable, Sendable, CaseIterable {
        /// The task fails and nothing is published.
        case fail
        /// A value that does not fit becomes null.
        case null
        /// The row is left out and kept, with its line and reason, beside the dataset.
        case quarantine
    }

    package var action = Action.fail
    /// Share of rows, 0...1, above which the task fails although bad rows are allowed.
    package var limit: Double?
}

/// A transform: steps from datasets to a dataset.
package struct TransformDeclaration: Sendable {
    package var name: Text
    package var zone: String
    package var from: Text
    package var steps: [(step: any StepKind, span: Span)]
    /// Nothing in it was wrong. Steps after one that could not be read would miss its columns.
    package var isWhole: Bool
    package var inputFailures: InputFailures
    package var condition: Text?
    package var write: ParquetSettings
    package var policy: TaskPolicy
    package var span: Span { name.span }
}

/// Expectations that a dataset must meet before it is published.
package struct ExpectationBinding: Sendable {
    package var dataset: Text
    package var suite: Text
    package var action: OnFailure
    /// Share of rows set aside above which the dataset is held back all the same; nil: any share is fine.
    package var limit: Double?
}
