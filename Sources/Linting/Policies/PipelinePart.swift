import Algebra
import Configuration
import Expressions
import Kinds
import Planning
import Reporting

/// A declaration of a pipeline, with what the rest of the pipeline says of it.
struct PipelinePart<Declaration: Sendable>: Sendable {
    let declaration: Declaration
    let pipeline: Pipeline
    /// What it makes, loads or checks; nil where it has none, or its name means none.
    var dataset: DatasetName?
    /// The dataset has a suite.
    var isExpected = false
    /// Columns of the dataset; nil where they are not known.
    var columnCount: Int?
}

extension LintedProject {
    /// The declarations of one kind in all pipelines.
    func parts<Declaration>(_ section: (Pipeline) -> [Declaration]) -> [PipelinePart<Declaration>] {
        readPipelines.flatMap { pipeline in section(pipeline).map { PipelinePart(declaration: $0, pipeline: pipeline) }
        }
    }

    /// As above, of declarations that are about a dataset.
    func parts<Declaration>(
        _ section: (Pipeline) -> [Declaration],
        of dataset: (Declaration, DatasetNames) -> DatasetName?
    ) -> [PipelinePart<Declaration>] {
        pipelines.flatMap { compiled in
            let names = DatasetNames(compiled.pipeline)
            let expected = Set(compiled.pipeline.expectations.compactMap { names.meant(by: $0.dataset) })
            let widths = compiled.widths
            return section(compiled.pipeline).map { declaration in
                var part = PipelinePart(declaration: declaration, pipeline: compiled.pipeline)
                guard let dataset = dataset(declaration, names) else { return part }
                part.dataset = dataset
                part.isExpected = expected.contains(dataset)
                part.columnCount = widths[dataset]
                return part
            }
        }
    }
}

extension DatasetNames {
    /// Nil for a name that means none; compiling has said so.
    func meant(by name: Text) -> DatasetName? {
        var reported = Diagnostics()
        return dataset(name, found: &reported)
    }
}

extension CompiledPipeline {
    /// How many columns each dataset has; those that are not known are left out.
    fileprivate var widths: [DatasetName: Int] {
        let sizes =
            sources.map { ($0.dataset, $0.row.columns.count) }
            + transforms.map { ($0.dataset, $0.relation.row.columns.count) }
        return Dictionary(sizes.filter { $0.1 > 0 }, uniquingKeysWith: { first, _ in first })
    }
}

extension PolicyCell {
    /// What every declaration of a pipeline has of it.
    static func ofPipeline<Declaration>() -> [Self] where Item == PipelinePart<Declaration> {
        [
            .text("file", "Path of the pipeline's file.") { $0.pipeline.file },
            .text("pipeline", "Name of its pipeline.") { $0.pipeline.name },
            .textIfAny("owner", "Owner of its pipeline.") { $0.pipeline.owner },
            .words("tags", "Tags of its pipeline.") { $0.pipeline.tags },
            .textIfAny("schedule", "The cron line of its pipeline.") { $0.pipeline.schedule?.cron },
        ]
    }

    /// What tasks have.
    static func ofTask<Declaration>(
        _ policy: @escaping @Sendable (Declaration) -> TaskPolicy
    ) -> [Self] where Item == PipelinePart<Declaration> {
        [
            .number("attempts", key: "retries", "Attempts in all; 1 without retries.") {
                policy($0.declaration).attempts
            },
            .seconds("timeout", "The longest an attempt may take, in seconds.") { policy($0.declaration).timeout },
            .seconds("deadline", "Its deadline, in seconds after the run's start.") { policy($0.declaration).deadline },
            .words("pools", "Names of the pools that it takes slots of.") {
                policy($0.declaration).pools.keys.sorted()
            },
        ]
    }

    /// What declarations about a dataset have.
    static func ofDataset<Declaration>(key: String? = nil) -> [Self] where Item == PipelinePart<Declaration> {
        [
            .textIfAny("dataset", key: key, "The dataset, with its zone.") { $0.dataset?.description },
            .numberIfAny("columns", "How many columns the dataset has, where they are known.") { $0.columnCount },
            .flag("has_expectations", "Whether the pipeline has a suite for the dataset.") { $0.isExpected },
        ]
    }
}
