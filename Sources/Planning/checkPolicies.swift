import Algebra
import Configuration
import Kinds
import Reporting

/// `on_failure` names datasets that the declaration reads.
func checkInputFailures(_ compiled: CompiledPipeline, _ names: DatasetNames, _ found: inout Diagnostics) {
    for transform in compiled.transforms {
        let reads = transform.relation.datasets
        for (text, _) in transform.declaration.inputFailures.byDataset {
            guard let dataset = names.dataset(text, from: transform.dataset, found: &found), !reads.contains(dataset)
            else { continue }
            found.report(.unread(text, by: transform.declaration.name, among: reads.map(\.description)))
        }
    }
    for sink in compiled.sinks {
        for (text, _) in sink.declaration.inputFailures.byDataset {
            guard let dataset = names.dataset(text, found: &found), dataset != sink.dataset else { continue }
            found.report(.unread(text, by: sink.declaration.name, among: [sink.dataset.description]))
        }
    }
}

/// Pools that tasks take are declared, and large enough for them.
func checkPools(_ pipeline: Pipeline, _ project: Project, _ found: inout Diagnostics) {
    let policies =
        pipeline.sources.map(\.policy) + pipeline.transforms.map(\.policy) + pipeline.sinks.map(\.policy)
        + pipeline.generators.map(\.policy)
    var told: Set<Span> = []
    for policy in policies {
        for (pool, need) in policy.pools.sorted(by: { $0.key < $1.key }) {
            guard let place = policy.poolPlaces[pool], told.insert(place).inserted else { continue }
            guard let size = project.pools[pool] else {
                let known = project.pools.keys.sorted()
                let closest = closestName(to: pool, among: known)
                found.report(
                    Diagnostic(
                        .pool, "no pool named '\(pool)'", at: place,
                        help: closest.map { "did you mean '\($0)'?" }
                            ?? "declare it in esteira.yaml: pools: {\(pool): 4}"))
                continue
            }
            guard need > size else { continue }
            found.report(
                Diagnostic(
                    .pool, "takes \(need) of pool '\(pool)', which has \(size)", at: place,
                    help: "take less, or make the pool larger in esteira.yaml"))
        }
    }
}

/// Hooks name webhooks of the profile.
func checkHooks(_ pipeline: Pipeline, _ project: Project, _ found: inout Diagnostics) {
    for hook in pipeline.hooks {
        guard case .webhook(let name) = hook.action else { continue }
        for finding in project.profile.unsetVariables[name.string, default: []] { found.report(finding) }
        guard project.profile.webhooks[name.string] == nil,
            project.profile.unsetVariables[name.string, default: []].isEmpty
        else { continue }
        found.report(.unresolved("webhook", name, among: Array(project.profile.webhooks.keys)))
    }
}

extension Diagnostic {
    fileprivate static func unread(_ name: Text, by reader: Text, among known: [String]) -> Diagnostic {
        Diagnostic(
            .unresolvedReference, "'\(reader.string)' does not read '\(name.string)'", at: name.span,
            help: "it reads: \(known.sorted().joined(separator: ", "))")
    }
}
