import Algebra
import Configuration
import Expressions
import Kinds
import Reporting

/// Tables of the warehouse, matched by their names: what a sink is called is nobody's business but ours.
func sinkChanges(_ old: ComparedPipeline, _ new: ComparedPipeline) -> [PlanChange] {
    var changes: [PlanChange] = []
    for (sink, dataset) in new.compiled.sinks {
        let columns = new.columnNames(of: dataset)
        if let before = old.sink(of: sink.table.string) {
            changes += sinkTableChanges(old, before, new, (sink, dataset))
        } else {
            changes.append(
                PlanChange(
                    subject: "table \(sink.table.string)", action: .added, category: .additive, what: "table added",
                    columns: columns, after: "\(sink.mode.rawValue) from \(dataset)", source: sink.span))
        }
    }
    for (sink, dataset) in old.compiled.sinks where new.sink(of: sink.table.string) == nil {
        changes.append(
            PlanChange(
                subject: "table \(sink.table.string)", action: .removed, category: .breaking,
                what: "table no longer loaded", columns: old.columnNames(of: dataset),
                before: "\(sink.mode.rawValue) from \(dataset)"))
    }
    return changes
}

private typealias ComparedSink = (declaration: SinkDeclaration, dataset: DatasetName)

extension ComparedPipeline {
    fileprivate func sink(of table: String) -> ComparedSink? {
        compiled.sinks.first { $0.declaration.table.string == table }
    }

    /// The names of a dataset's columns; none where it could not be compiled.
    fileprivate func columnNames(of dataset: DatasetName) -> [String] {
        guard let compared = self[dataset] else { return [] }
        return compared.row.names
    }

    fileprivate func key(of sink: ComparedSink) -> [String] {
        loadKey(of: sink.declaration, dataset: sink.dataset, row: self[sink.dataset]?.row ?? RowType([]), in: project)
    }
}

private func sinkTableChanges(
    _ old: ComparedPipeline, _ before: ComparedSink, _ new: ComparedPipeline, _ after: ComparedSink
) -> [PlanChange] {
    let subject = "table \(after.declaration.table.string)"
    let (was, now) = (before.declaration, after.declaration)
    let columns = new.columnNames(of: after.dataset)
    func change(
        _ category: PlanChange.Category, _ what: String, _ before: String, _ after: String, at span: Span
    ) -> PlanChange? {
        guard before != after else { return nil }
        return PlanChange(
            subject: subject, action: .changed, category: category, what: what,
            columns: category == .breaking ? columns : [], before: before, after: after, source: span)
    }
    let (oldKey, newKey) = (old.key(of: before), new.key(of: after))
    var changes = [
        change(.breaking, "loaded from another dataset", "\(before.dataset)", "\(after.dataset)", at: now.from.span),
        change(
            .breaking, "loaded into another database", was.connection.string, now.connection.string,
            at: now.connection.span),
        change(.breaking, "mode", was.mode.rawValue, now.mode.rawValue, at: now.span),
        // The order of a key's columns decides nothing.
        oldKey.sorted() == newKey.sorted()
            ? nil : change(.breaking, "key", oldKey.words, newKey.words, at: now.key.first?.span ?? now.span),
        change(
            .breaking, "partition", was.partition.written, now.partition.written,
            at: now.partition.first?.span ?? now.span),
        change(
            .breaking, "tracked columns", was.track.written, now.track.written, at: now.track.first?.span ?? now.span),
        change(.breaking, "absent rows", was.absentRows.rawValue, now.absentRows.rawValue, at: now.span),
        change(
            .operational, "treatment of new columns", was.schemaChanges.rawValue, now.schemaChanges.rawValue,
            at: now.span),
        change(.metadata, "renamed sink", was.name.string, now.name.string, at: now.span),
    ].compactMap(\.self)
    changes += wordChanges(
        subject, old.schema(was, before.dataset), new.schema(now, after.dataset), columns, at: now.span)
    return changes + policyChanges(subject, was.policy, now.policy, at: now.span)
}

/// What the table and its columns are said to mean.
private func wordChanges(
    _ subject: String, _ old: TableSchema?, _ new: TableSchema?, _ columns: [String], at span: Span
) -> [PlanChange] {
    func change(_ what: String, _ before: String?, _ after: String?, columns: [String], at place: Span?) -> PlanChange?
    {
        guard before != after else { return nil }
        return PlanChange(
            subject: subject, action: .changed, category: .metadata, what: what, columns: columns,
            before: before?.onOneLine,
            after: after?.onOneLine, source: place ?? span)
    }
    let whole = change("description", old?.description, new?.description, columns: [], at: new?.span)
    return
        ([whole]
        + columns.map { name in
            let (was, now) = (old?[name], new?[name])
            return change("\(name): description", was?.description, now?.description, columns: [name], at: now?.span)
        }).compactMap(\.self)
}

extension TableSchema {
    fileprivate subscript(name: String) -> SchemaColumn? { columns.first { $0.column.name == name } }
}

extension [Text] {
    fileprivate var written: String { isEmpty ? "none" : map(\.string).joined(separator: ", ") }
}

extension [String] {
    fileprivate var words: String { isEmpty ? "none" : joined(separator: ", ") }
}
