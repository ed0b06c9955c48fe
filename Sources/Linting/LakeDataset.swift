import Algebra
import Configuration
import Kinds
import Reporting

/// A dataset that a pipeline writes to the lake.
struct LakeDataset {
    var name: DatasetName
    var pipeline: Pipeline
    /// In the lake's folder, with the pipeline's parameters as they are by default.
    var path: String
    /// Its declaration.
    var node: Node
    var span: Span
}

extension LintedProject {
    /// All that its pipelines write, by pipeline.
    var lakeDatasets: [LakeDataset] {
        readPipelines.flatMap { pipeline -> [LakeDataset] in
            let tree = tree(of: pipeline)
            let sources = pipeline.sources.map { ("sources", $0.zone, $0.name) }
            let transforms = pipeline.transforms.map { ("transforms", $0.zone, $0.name) }
            return (sources + transforms).compactMap { section, zone, name in
                guard let node = tree?[section]?[name.string] else { return nil }
                let path = pipeline.layout.filling(["zone": zone, "dataset": name.string]).string
                return LakeDataset(
                    name: DatasetName(zone: zone, name: name.string), pipeline: pipeline, path: path, node: node,
                    span: name.span)
            }
        }
    }
}
