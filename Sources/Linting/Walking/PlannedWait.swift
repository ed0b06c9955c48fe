import Configuration
import Kinds
import Reporting

/// A source's wait, or a sensor.
struct PlannedWait {
    var policy: WaitPolicy
    var pipeline: Pipeline
    /// What is written of it; nil where one declaration stands for several.
    fileprivate var node: Node?
    fileprivate var span: Span

    /// Of what stands behind a key, or of the whole where it is not written.
    func span(of key: String) -> Span {
        guard let node else { return span }
        return (node[key] ?? node).span
    }
}

extension LintedProject {
    /// Everything that pipelines wait for.
    var waits: [PlannedWait] {
        readPipelines.flatMap { pipeline in
            let tree = tree(of: pipeline)
            let own = pipeline.sources.compactMap { source in
                source.wait.map {
                    PlannedWait(
                        policy: $0.policy,
                        pipeline: pipeline,
                        node: tree?["sources"]?[source.name.string]?["wait"],
                        span: $0.span
                    )
                }
            }
            return own
                + pipeline.sensors.map { sensor in
                    PlannedWait(
                        policy: sensor.policy,
                        pipeline: pipeline,
                        node: tree?["sensors"]?[sensor.name.string],
                        span: sensor.span
                    )
                }
        }
    }
}
