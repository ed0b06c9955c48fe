import Algebra
import Configuration
import Kinds
import Reporting

/// What stands in front of a pipeline's sources and generators.
struct CompiledSensor {
    var name: String
    var work: WaitWork
    var policy: TaskPolicy
    var span: Span
    /// Names of the sources and generators that wait for it.
    var waiting: Set<String>
}

/// The sensors of a pipeline and those of its sources.
func compileSensors(_ pipeline: Pipeline, _ project: Project, _ found: inout Diagnostics) -> [CompiledSensor] {
    let own = pipeline.sources.compactMap { source in
        source.wait.map { wait in
            CompiledSensor(
                name: source.name.string,
                work: WaitWork(
                    condition: .files(wait.files), policy: wait.policy, skipsWhenMissing: source.skipsWhenMissing),
                policy: source.policy, span: wait.span, waiting: [source.name.string])
        }
    }
    let known = pipeline.sources.map(\.name.string) + pipeline.generators.map(\.name.string)
    let declared = pipeline.sensors.compactMap { sensor -> CompiledSensor? in
        if let first = own.first(where: { $0.name == sensor.name.string }) {
            found.report(.duplicateName("sensor", sensor.name.string, at: sensor.name.span, first: first.span))
        }
        for name in sensor.waiting where !known.contains(name.string) {
            found.report(.unresolved("source or generator", name, among: known))
        }
        guard let condition = compileCondition(sensor, pipeline, project, &found) else { return nil }
        return CompiledSensor(
            name: sensor.name.string,
            work: WaitWork(condition: condition, policy: sensor.policy, skipsWhenMissing: sensor.skipsWhenMissing),
            policy: sensor.task, span: sensor.span,
            waiting: Set(sensor.waiting.isEmpty ? known : sensor.waiting.map(\.string)))
    }
    return own + declared
}

private func compileCondition(
    _ sensor: SensorDeclaration, _ pipeline: Pipeline, _ project: Project, _ found: inout Diagnostics
) -> WaitWork.Condition? {
    switch sensor.condition {
    case .files(let files): return .files(files)
    case .objects(let objects, let service):
        return found.requireObjectStore(service, of: project.profile, at: sensor.name).map {
            .objects(objects, service: $0)
        }
    case .sql(let query, let connection):
        found.requireConnection(connection, of: project.profile)
        return .sql(query: query.string, connection: connection.string)
    case .dataset(let owner, let name, let age):
        guard let other = project.pipelines.first(where: { $0.name == owner.string }) else {
            found.report(.unresolved("pipeline", owner, among: project.pipelines.map(\.name)))
            return nil
        }
        let datasets =
            other.sources.map { DatasetName(zone: $0.zone, name: $0.name.string) }
            + other.transforms.map { DatasetName(zone: $0.zone, name: $0.name.string) }
        guard let dataset = datasets.first(where: { "\($0)" == name.string || $0.name == name.string }) else {
            found.report(.unresolved("dataset", name, among: datasets.map(\.description)))
            return nil
        }
        let path = other.layout.filling(["zone": dataset.zone, "dataset": dataset.name]).string
        return .dataset(name: "\(owner).\(dataset)", path: path, age: age)
    }
}
