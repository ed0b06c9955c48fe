import Algebra
import Expressions
import Kinds

extension Plan {
    /// Where the columns of every task come from and go to, one step each way: by task id.
    func lineages() -> [String: TaskLineage] {
        var lineages: [String: TaskLineage] = [:]
        var readers: [ColumnName: [String]] = [:]
        for task in tasks {
            let (subject, trace) = task.traced
            guard let trace else { continue }
            lineages[task.id] = TaskLineage(trace)
            for (column, traced) in trace.columns {
                for read in traced.reads { readers[read, default: []].append("\(subject).\(column.name)") }
            }
        }
        for task in tasks {
            guard let dataset = task.makes else { continue }
            lineages[task.id]?.lead { readers[ColumnName(dataset: dataset, column: $0), default: []] }
        }
        return lineages
    }
}

/// The columns of one task's output with those on either side.
struct TaskLineage {
    private(set) var columns: [PlanDocument.Lineage]
    /// Columns that decide which rows there are, each once.
    let rowsFrom: [String]

    fileprivate init(_ trace: Trace) {
        columns = trace.columns.map { column, traced in
            .init(column: column.name, from: fullNames(traced.reads), isCopied: traced.origin != nil, to: [])
        }
        rowsFrom = fullNames(trace.steps.reduce(into: []) { $0.formUnion($1.reads) })
    }

    fileprivate mutating func lead(to readers: (String) -> [String]) {
        for index in columns.indices { columns[index].to = readers(columns[index].column) }
    }
}

private func fullNames(_ columns: Set<ColumnName>) -> [String] { columns.map { "\($0.dataset).\($0.column)" }.sorted() }

extension PlannedTask {
    /// What the columns belong to, for people, and how they follow from others; nil where it makes none.
    fileprivate var traced: (subject: String, trace: Trace?) {
        switch work {
        case .wait, .generate, .check: (title, nil)
        case .ingest(let work):
            // A source's columns come from its files, which have no lineage of ours.
            (
                title,
                Trace(
                    columns: work.row.columns.map { ($0, ColumnTrace(formula: $0.name, reads: [])) }, steps: [],
                    datasets: [])
            )
        case .transform(let work): (title, work.relation.trace)
        case .load(let work): ("table \(title)", Relation.dataset(work.dataset, work.row).trace)
        }
    }

    fileprivate var makes: DatasetName? {
        switch work {
        case .ingest(let work): work.dataset
        case .transform(let work): work.dataset
        case .wait, .generate, .check, .load: nil
        }
    }
}
