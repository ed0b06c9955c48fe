package import Expressions
import Reporting

/// One of several values, each with a weight. Weights are shares of their sum.
package struct ChoiceColumn: ColumnGenerator {
    package struct Option: Hashable, Sendable {
        package var value: Value
        package var weight: Double

        package init(_ value: Value, weight: Double = 1) {
            self.value = value
            self.weight = weight
        }
    }

    package var options: [Option]

    package init(_ options: [Option]) { self.options = options }

    package func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        let table = try AliasTable(checking: options.map(\.weight))
        let values = FixedValues(options.map(\.value))
        return GeneratedColumn(values.type, isNullable: values.isNullable) { frame, stream in
            values.vector(at: frame.rows.map { table.index(for: stream.bits(at: $0)) })
        }
    }
}

extension AliasTable {
    init(checking weights: [Double]) throws(SynthesisIssue.Reason) {
        guard !weights.isEmpty else { throw .weights("there is nothing to choose from") }
        guard weights.allSatisfy({ $0 >= 0 && $0.isFinite }) else { throw .weights("a weight is negative") }
        guard weights.contains(where: { $0 > 0 }) else { throw .weights("all weights are 0") }
        self.init(weights: weights)
    }
}
