import Algebra
import Configuration
import Kinds
import Quality
import Reporting

/// Checks that wait for themselves: each comes before what is made from its dataset, and after what it reads. Whatever a
/// failure does, since it is the check that publishes.
func checkOrder(of compiled: CompiledPipeline, _ project: Project, _ found: inout Diagnostics) {
    var told: Set<Set<DatasetName>> = []
    for (binding, dataset) in compiled.checks {
        let reads = compiled.checkReads[dataset, default: [:]]
        guard !reads.isEmpty, let suite = project.suites[binding.suite.string] else { continue }
        for name in suite.expectations.compactMap(\.lookup?.dataset) {
            guard let other = reads[name.string], other != dataset, let way = compiled.way(from: other, to: dataset),
                told.insert(Set(way)).inserted
            else { continue }
            let chain = ([dataset] + way).map(\.description).joined(separator: " → ")
            found.report(
                Diagnostic(
                    .checkReadsDownstream, "the check of '\(dataset)' waits for itself: \(chain)", at: name.span,
                    notes: [.bound(binding)], help: "check it in a dataset that is made after '\(other)'"))
        }
    }
}

extension CompiledPipeline {
    /// The shortest way from a dataset to one that must be published before it, both included; nil where there is none.
    fileprivate func way(from start: DatasetName, to end: DatasetName) -> [DatasetName]? {
        var ways = [[start]]
        var seen: Set = [start]
        var next = 0
        while next < ways.count {
            let way = ways[next]
            next += 1
            guard let last = way.last else { continue }
            for dataset in neededDatasets(of: last) {
                if dataset == end { return way + [dataset] }
                if seen.insert(dataset).inserted { ways.append(way + [dataset]) }
            }
        }
        return nil
    }

    /// What must be published before a dataset: what it is made of, and what its check reads.
    private func neededDatasets(of dataset: DatasetName) -> [DatasetName] {
        let made = transforms.first { $0.dataset == dataset }?.relation.datasets ?? []
        return made + Set(checkReads[dataset, default: [:]].values).subtracting([dataset]).sorted()
    }
}
