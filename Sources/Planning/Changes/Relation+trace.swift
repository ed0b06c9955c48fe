import Algebra
import Expressions
import Reporting

extension Relation {
    /// Follows every column, and all that decides rows, back to the datasets read.
    var trace: Trace {
        switch self {
        case .dataset(let name, let row): return Trace(dataset: name, row)
        case .project(let columns, let input):
            let inner = input.trace
            return Trace(
                columns: columns.map { ($0.column, inner.tracedColumn($0.expression)) }, steps: inner.steps,
                datasets: inner.datasets)
        case .filter(let condition, let input):
            return condition.conjuncts.reduce(input.trace) { trace, part in
                let column = trace.tracedColumn(part)
                return trace.adding(.filter, column.formula, column.reads, words: "", expression: part)
            }
        case .distinct(let input):
            let inner = input.trace
            return inner.adding(.distinct, "distinct", inner.reads, words: "whole rows once")
        case .first(let keys, let order, let input): return input.trace.choosing(keys, order)
        case .join(let join): return join.trace
        case .aggregate(let keys, let set, let input):
            let inner = input.trace
            let grouping = keys.map { inner.tracedColumn($0.expression) }
            var grouped = inner.adding(
                .group, "group(\(grouping.map(\.formula).sorted().joined(separator: "; ")))",
                grouping.reduce(into: []) { $0.formUnion($1.reads) },
                words: keys.isEmpty ? "one group" : "by \(keys.map(\.name).joined(separator: ", "))")
            grouped.columns = (keys + set).map { ($0.column, inner.tracedColumn($0.expression)) }
            return grouped
        case .window(let added, let partition, let order, let input):
            var trace = input.trace
            let types = Dictionary(row.columns.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
            let window = trace.windowFrame(partition, order)
            trace.columns += added.compactMap { column in
                types[column.name].map { ($0, trace.windowed(column, window)) }
            }
            return trace
        case .union(let inputs): return unionTrace(inputs.map(\.trace))
        case .sort(let order, let input):
            let inner = input.trace
            let (formula, reads) = inner.ordering(order)
            return inner.adding(.sort, "sort(\(formula))", reads, words: "by \(order.written)")
        case .limit(let count, let offset, let input):
            let words = offset == 0 ? "\(count) rows" : "\(count) rows from row \(offset + 1)"
            return input.trace.adding(.limit, "limit(\(count), \(offset))", [], words: words)
        case .query(let query): return query.trace
        }
    }
}

extension Trace {
    fileprivate init(dataset name: DatasetName, _ row: RowType) {
        columns = row.columns.map { column in
            let origin = ColumnName(dataset: name, column: column.name)
            return (column, ColumnTrace(formula: "\(name).\(column.name)", reads: [origin], origin: origin))
        }
        steps = [RowStep(kind: .source, formula: "\(name)", reads: [], words: "\(name)")]
        datasets = [name]
    }

    fileprivate func adding(
        _ kind: RowStep.Kind, _ formula: String, _ reads: Set<ColumnName>, words: String,
        expression: TypedExpression? = nil
    ) -> Trace {
        var trace = self
        trace.steps.append(
            RowStep(kind: kind, formula: shortened(formula), reads: reads, words: words, expression: expression))
        return trace
    }

    /// All that some columns are made of.
    fileprivate func reads(of columns: [String]) -> Set<ColumnName> {
        Set(columns.compactMap { self[$0]?.reads }.joined())
    }

    fileprivate func tracedColumn(_ expression: TypedExpression) -> ColumnTrace {
        if case .column(_, let name) = expression.node, let column = self[name] { return column }
        return ColumnTrace(
            formula: shortened(expression.formula { self[$1]?.formula ?? $1 }),
            reads: reads(of: expression.columns.map(\.name)))
    }

    fileprivate func ordering(_ order: [SortKey]) -> (formula: String, reads: Set<ColumnName>) {
        // Where all columns decide, in their order, a new one changes nothing but ties.
        if order.map(\.column) == columns.map(\.column.name) {
            return (order.first?.isDescending == true ? "-all" : "all", reads)
        }
        let parts = order.map { ($0.isDescending ? "-" : "") + (self[$0.column]?.formula ?? $0.column) }
        return (parts.joined(separator: "; "), reads(of: order.map(\.column)))
    }

    fileprivate func choosing(_ keys: [String], _ order: [SortKey]) -> Trace {
        let formula = keys.map { self[$0]?.formula ?? $0 }.sorted().joined(separator: "; ")
        let (ordering, read) = self.ordering(order)
        let reads = read.union(reads(of: keys))
        let by = ordering.hasSuffix("all") ? "" : ", first by \(order.written)"
        return adding(.dedupe, "first(\(formula) by \(ordering))", reads, words: keys.joined(separator: ", ") + by)
    }

    fileprivate func windowFrame(_ partition: [String], _ order: [SortKey]) -> (formula: String, reads: Set<ColumnName>)
    {
        let (ordering, read) = self.ordering(order)
        let parts = partition.map { self[$0]?.formula ?? $0 }.joined(separator: "; ")
        return ("over(\(parts) by \(ordering))", read.union(reads(of: partition)))
    }

    fileprivate func windowed(
        _ column: WindowColumn, _ window: (formula: String, reads: Set<ColumnName>)
    ) -> ColumnTrace {
        var reads = window.reads
        let formula: String
        switch column.function {
        case .rowNumber, .rank, .denseRank: formula = "\(column.function)"
        case .lag(let name, let by), .lead(let name, let by):
            let word = if case .lag = column.function { "lag" } else { "lead" }
            formula = "\(word)(\(self[name]?.formula ?? name), \(by))"
            reads.formUnion(self.reads(of: [name]))
        case .aggregate(let expression):
            let aggregate = tracedColumn(expression)
            formula = aggregate.formula
            reads.formUnion(aggregate.reads)
        }
        return ColumnTrace(formula: shortened("\(formula) \(window.formula)"), reads: reads)
    }

    /// All that decides its rows, as one text.
    fileprivate var rowsFormula: String { shortened(orderedSteps.map(\.formula).joined(separator: " | ")) }
}

extension Join {
    fileprivate var trace: Trace {
        let (left, right) = (left.trace, right.trace)
        let side = { (qualifier: String?, name: String) -> ColumnTrace? in
            switch qualifier {
            case rightName: right[name]
            case leftName: left[name]
            default: left[name] ?? right[name]
            }
        }
        let condition: (formula: String, reads: Set<ColumnName>, words: String)
        switch self.condition {
        case .columns(let keys):
            let sides = keys.flatMap { [left[$0], right[$0]] }.compactMap(\.self)
            condition = (
                keys.map { "\(left[$0]?.formula ?? $0) = \(right[$0]?.formula ?? $0)" }.sorted().joined(
                    separator: "; "),
                sides.reduce(into: []) { $0.formUnion($1.reads) }, keys.joined(separator: ", ")
            )
        case .expression(let expression):
            condition = (
                expression.formula { side($0, $1)?.formula ?? $1 },
                Set(expression.columns.compactMap { side($0.qualifier, $0.name)?.reads }.joined()), ""
            )
        }
        var written: TypedExpression?
        if case .expression(let expression) = self.condition { written = expression }
        var joined = left.adding(
            .join, "\(kind.rawValue)(\(right.rowsFormula) on \(condition.formula))", condition.reads,
            words: "\(kind.rawValue) with \(rightName)\(condition.words.isEmpty ? "" : " on \(condition.words)")",
            expression: written)
        joined.datasets.formUnion(right.datasets)
        joined.columns = row.columns.map { column in
            (column, left[column.name] ?? right[column.name] ?? ColumnTrace(formula: column.name, reads: []))
        }
        return joined
    }
}

private func unionTrace(_ inputs: [Trace]) -> Trace {
    guard var trace = inputs.first else { return Trace(columns: [], steps: [], datasets: []) }
    for other in inputs.dropFirst() {
        let names = other.datasets.map(\.description).sorted().joined(separator: ", ")
        trace = trace.adding(.union, "union(\(other.rowsFormula))", [], words: "with \(names)")
        trace.datasets.formUnion(other.datasets)
        trace.columns = trace.columns.map { column, traced in
            let theirs = other[column.name]
            return (
                column,
                ColumnTrace(
                    formula: shortened("\(traced.formula) or \((theirs?.formula).led(by: ""))"),
                    reads: traced.reads.union(other.reads(of: [column.name])))
            )
        }
    }
    return trace
}

extension Query {
    /// A query is not looked into: each of its columns may depend on every column of its inputs.
    fileprivate var trace: Trace {
        let inputs = inputs.sorted { $0.key < $1.key }.map { ($0.key, $0.value.trace) }
        let reads = inputs.reduce(into: Set<ColumnName>()) { $0.formUnion($1.1.reads) }
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let formula = shortened(
            "query(\(text); \(inputs.map { "\($0) is \($1.rowsFormula)" }.joined(separator: "; ")))")
        let columns = row.columns.map { ($0, ColumnTrace(formula: shortened("\(formula).\($0.name)"), reads: reads)) }
        return Trace(
            columns: columns,
            steps: [RowStep(kind: .query, formula: formula, reads: reads, words: text)],
            datasets: inputs.reduce(into: []) { $0.formUnion($1.1.datasets) })
    }
}

extension [SortKey] {
    fileprivate var written: String { map { ($0.isDescending ? "-" : "") + $0.column }.joined(separator: ", ") }
}
