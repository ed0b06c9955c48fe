import Algebra
import Configuration
import Expressions
import Kinds
import Quality

/// Where a change of some columns, or of rows, arrives.
///
/// A column computed from a changed one changes; where a changed column decides about rows, or rows change, all columns
/// of the dataset do.
struct Propagation {
    private let states: [ComparedPipeline]

    init(_ old: ComparedPipeline, _ new: ComparedPipeline) { states = [new, old] }

    /// - Parameter rows: whether the rows of the dataset change, and not only values of the columns.
    func reaches(of dataset: DatasetName, columns: [String], rows: Bool) -> [PlanChange.Reach] {
        var changed = Set(columns.map { ColumnName(dataset: dataset, column: $0) })
        var rowsChanged: Set<DatasetName> = rows ? [dataset] : []
        var reached: [DatasetName: [String]] = [dataset: columns]
        var reaches: [PlanChange.Reach] = []
        let order = states[0].datasets + states[1].datasets.filter { states[0][$0.name] == nil }
        for next in order where next.name != dataset {
            let versions = states.compactMap { $0[next.name]?.trace }
            let decides = versions.contains { trace in
                !rowsChanged.isDisjoint(with: trace.datasets)
                    || trace.steps.contains { $0.kind != .distinct && !$0.reads.isDisjoint(with: changed) }
            }
            let names = next.row.names.filter { name in
                decides || versions.contains { $0[name]?.reads.isDisjoint(with: changed) == false }
            }
            if decides { rowsChanged.insert(next.name) }
            guard !names.isEmpty else { continue }
            changed.formUnion(names.map { ColumnName(dataset: next.name, column: $0) })
            reached[next.name] = names
            reaches.append(.init(subject: "\(next.name)", columns: names))
        }
        for sink in states[0].compiled.sinks {
            guard let columns = reached[sink.dataset] else { continue }
            reaches.append(.init(subject: "table \(sink.declaration.table.string)", columns: columns))
        }
        for (binding, checked) in states[0].compiled.checks {
            let lookups = states[0].lookups(of: checked, binding).filter { other, lookup in
                rowsChanged.contains(other) || !Set(reached[other, default: []]).isDisjoint(with: lookup.keys)
            }
            let columns = Set(lookups.flatMap(\.lookup.columns))
            guard !columns.isEmpty else { continue }
            reaches.append(.init(subject: "check \(checked)", columns: columns.sorted()))
        }
        return reaches
    }
}

extension ComparedPipeline {
    /// What a dataset's check looks up elsewhere.
    fileprivate func lookups(
        of checked: DatasetName, _ binding: ExpectationBinding
    ) -> [(dataset: DatasetName, lookup: Lookup)] {
        guard let suite = project.suites[binding.suite.string] else { return [] }
        return suite.expectations.compactMap(\.lookup).compactMap { lookup in
            guard let other = compiled.checkReads[checked]?[lookup.dataset.string], other != checked else { return nil }
            return (other, lookup)
        }
    }
}
