import Algebra
import Kinds
import Planning

extension CompiledPipeline {
    /// The dataset, and all that it is made of.
    func upstream(of dataset: DatasetName) -> Set<DatasetName> {
        var reached: Set<DatasetName> = []
        var waiting = [dataset]
        while let next = waiting.popLast() {
            guard reached.insert(next).inserted else { continue }
            if let transform = transforms.first(where: { $0.dataset == next }) {
                waiting += transform.relation.datasets
            }
        }
        return reached
    }

    /// The sources among a dataset and all that it is made of.
    func upstreamSources(of dataset: DatasetName) -> [SourceDeclaration] {
        let upstream = upstream(of: dataset)
        return sources.filter { upstream.contains($0.dataset) }.map(\.declaration)
    }
}
