import Algebra
import Expressions
import Planning

extension CompiledPipeline {
    /// The columns of a dataset; none where they are not known.
    func columns(of dataset: DatasetName) -> [Column] {
        guard let row = row(of: dataset) else { return [] }
        return row.columns
    }
}
