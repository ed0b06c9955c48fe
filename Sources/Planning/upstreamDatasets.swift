package import Algebra
import Configuration
package import Kinds
package import Reporting

/// A dataset of another pipeline that a schedule waits for.
package struct UpstreamDataset: Hashable, Sendable {
    package var pipeline: String
    package var dataset: DatasetName
    package var isTransform: Bool

    /// The tasks that may make and check it; it is there when those that the pipeline has are done.
    package var tasks: [String] {
        isTransform
            ? ["transform.\(dataset.name)", "check.\(dataset.name)"] : ["ingest.\(dataset.name)", "check.\(dataset)"]
    }
}

/// What a pipeline's schedule waits for: `zone.name` where one other pipeline makes it, else `pipeline.zone.name`.
package func upstreamDatasets(
    of pipeline: Pipeline, in project: Project, found: inout Diagnostics
) -> [UpstreamDataset] {
    // Most wait for nothing, and to list what all others make takes its time.
    guard !pipeline.awaited.isEmpty else { return [] }
    let others = project.pipelines.filter { $0.name != pipeline.name }
    let datasets = others.flatMap(\.madeDatasets)
    let mayBeMore = others.contains { $0.unread.mayBeMore }
    var upstream: [UpstreamDataset] = []
    for text in pipeline.awaited {
        let named = datasets.filter { "\($0.dataset)" == text.string || "\($0.pipeline).\($0.dataset)" == text.string }
        if let dataset = named.first { upstream.append(dataset) }
        if named.isEmpty, !mayBeMore {
            found.report(.unresolved("dataset of another pipeline", text, among: datasets.map { "\($0.dataset)" }))
        } else if named.count > 1 {
            let names = named.map { "'\("\($0.pipeline).\($0.dataset)")'" as Message }.joined(separator: " or ")
            found.report(
                Diagnostic(
                    .unresolvedReference, "'\(text)' may mean \(names)", at: text.span, help: "write the pipeline too"))
        }
    }
    if let text = pipeline.awaited.first, let circle = pipeline.circle(in: project) {
        found.report(
            Diagnostic(
                .cycle, "pipelines wait for each other: \(circle.map { "'\($0)'" }.joined(separator: " → "))",
                at: text.span, help: "remove one 'after:'"))
    }
    return upstream
}

extension Pipeline {
    /// Names of what the schedule waits for; a pipeline without a schedule waits for nothing.
    fileprivate var awaited: [Text] {
        guard let schedule else { return [] }
        return schedule.after
    }

    fileprivate var madeDatasets: [UpstreamDataset] {
        transforms.map {
            UpstreamDataset(
                pipeline: name, dataset: DatasetName(zone: $0.zone, name: $0.name.string), isTransform: true)
        }
            + sources.map {
                UpstreamDataset(
                    pipeline: name, dataset: DatasetName(zone: $0.zone, name: $0.name.string), isTransform: false)
            }
    }

    /// The way from a pipeline through those that it waits for, back to it.
    fileprivate func circle(in project: Project) -> [String]? {
        var ways = [[name]]
        var seen: Set<String> = []
        while let way = ways.popLast(), let last = way.last {
            guard let pipeline = project.pipelines.first(where: { $0.name == last }) else { continue }
            for next in pipeline.waitedFor(in: project) {
                if next == name { return way + [next] }
                if seen.insert(next).inserted { ways.append(way + [next]) }
            }
        }
        return nil
    }

    /// Names of the pipelines that make what the schedule waits for.
    private func waitedFor(in project: Project) -> [String] {
        awaited.flatMap { text in
            project.pipelines.filter { $0.name != name }.flatMap(\.madeDatasets)
                .filter { "\($0.dataset)" == text.string || "\($0.pipeline).\($0.dataset)" == text.string }.map(
                    \.pipeline)
        }
    }
}
