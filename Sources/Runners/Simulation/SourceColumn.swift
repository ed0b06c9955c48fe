import Algebra
import Configuration
import Expressions
import Planning
import Quality

/// A column of a source, from whose values those of another source are drawn.
struct SourceColumn: Hashable, Sendable {
    var dataset: DatasetName
    var column: String

    /// Where a check looks up the values of a column, alone and in every row; nil where it does not. Of what a transform
    /// makes it is the source that it reads and that has the column.
    init?(lookedUpFor column: String, by check: CheckWork, in plan: Plan) {
        for expectation in check.suite.expectations where expectation.condition == nil {
            guard let lookup = expectation.lookup, lookup.columns == [column], let key = lookup.keys.first,
                let other = check.others[lookup.dataset.string]
            else { continue }
            let datasets = [other.dataset] + plan.datasetsRead(by: other.dataset)
            guard let source = datasets.first(where: { plan.hasSource($0, column: key) }) else { continue }
            (self.dataset, self.column) = (source, key)
            return
        }
        return nil
    }
}

extension Plan {
    fileprivate func datasetsRead(by dataset: DatasetName) -> [DatasetName] {
        for case .transform(let work) in tasks.map(\.work) where work.dataset == dataset {
            return work.relation.datasets
        }
        return []
    }

    fileprivate func hasSource(_ dataset: DatasetName, column: String) -> Bool {
        tasks.contains { task in
            if case .ingest(let work) = task.work { work.dataset == dataset && work.row[column] != nil } else { false }
        }
    }
}
