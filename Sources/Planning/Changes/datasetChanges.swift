import Algebra
import Configuration
import Expressions
import Kinds
import Reporting

/// Sources and transforms that came, went, or give other rows or columns.
func datasetChanges(_ old: ComparedPipeline, _ new: ComparedPipeline) -> [PlanChange] {
    var changes: [PlanChange] = []
    for dataset in new.datasets {
        if let before = old[dataset.name] {
            changes += DatasetComparison(old: old, new: new, before: before, after: dataset).changes
        } else {
            changes.append(
                PlanChange(
                    subject: "\(dataset.name)", action: .added, category: .additive, what: "dataset added",
                    columns: dataset.row.names, after: formerName(of: dataset, from: old, new), source: dataset.span))
        }
    }
    for dataset in old.datasets where new[dataset.name] == nil {
        changes.append(
            PlanChange(
                subject: "\(dataset.name)", action: .removed, category: .breaking, what: "dataset gone",
                columns: dataset.row.names,
                reaches: Propagation(old, old).reaches(of: dataset.name, columns: dataset.row.names, rows: true)))
    }
    return changes
}

/// A dataset of another name that was the same in all else.
private func formerName(of dataset: ComparedDataset, from old: ComparedPipeline, _ new: ComparedPipeline) -> String? {
    guard case .transform = dataset.maker else { return nil }
    let same = old.datasets.first { candidate in
        guard case .transform = candidate.maker, new[candidate.name] == nil else { return false }
        return candidate.row == dataset.row && candidate.trace.orderedSteps == dataset.trace.orderedSteps
            && candidate.trace.columns.map(\.trace) == dataset.trace.columns.map(\.trace)
    }
    return same.map { "the same as '\($0.name)' was" }
}

/// One dataset that is there before and after.
private struct DatasetComparison {
    let old: ComparedPipeline
    let new: ComparedPipeline
    let before: ComparedDataset
    let after: ComparedDataset

    private var subject: String { "\(after.name)" }

    var changes: [PlanChange] {
        makerChanges + rowChanges + columnChanges + policyChanges(subject, before.policy, after.policy, at: after.span)
            + writeChanges
    }

    // MARK: Sources

    private var makerChanges: [PlanChange] {
        switch (before.maker, after.maker) {
        case (.transform, .transform): []
        case (.source(let old), .source(let new)): sourceChanges(old, new)
        case (.source, .transform):
            [rows("made by a transform", before: "a source", after: "a transform", at: after.span)]
        case (.transform, .source): [rows("made by a source", before: "a transform", after: "a source", at: after.span)]
        }
    }

    private func sourceChanges(_ old: SourceDeclaration, _ new: SourceDeclaration) -> [PlanChange] {
        var changes: [PlanChange] = []
        if old.path.string != new.path.string {
            changes.append(
                rows("other files read", before: old.path.description, after: new.path.description, at: new.path.span))
        }
        if old.format != new.format {
            changes.append(rows("read in another way", before: old.format.words, after: new.format.words, at: new.span))
        }
        if old.badRows.action != new.badRows.action {
            changes.append(
                rows(
                    "other treatment of bad rows", before: old.badRows.action.rawValue,
                    after: new.badRows.action.rawValue,
                    at: new.span))
        } else if old.badRows.limit != new.badRows.limit {
            changes.append(
                operational("limit of bad rows", old.badRows.limit.words, new.badRows.limit.words))
        }
        if old.skipsWhenMissing != new.skipsWhenMissing {
            let words = { (skips: Bool) in skips ? "skip" : "fail" }
            changes.append(operational("missing files", words(old.skipsWhenMissing), words(new.skipsWhenMissing)))
        }
        return changes
    }

    private func rows(_ what: String, before: String?, after: String?, at span: Span?) -> PlanChange {
        PlanChange(
            subject: subject, action: .changed, category: .breaking, what: what, columns: self.after.row.names,
            reaches: Propagation(old, new).reaches(of: self.after.name, columns: self.after.row.names, rows: true),
            before: before, after: after, source: span)
    }

    private func operational(_ what: String, _ before: String, _ after: String) -> PlanChange {
        PlanChange(
            subject: subject, action: .changed, category: .operational, what: what, before: before, after: after,
            source: self.after.span)
    }

    // MARK: Rows

    /// Row steps that came or went; one of each kind makes a step that changed.
    private var rowChanges: [PlanChange] {
        let (was, now) = (before.trace.orderedSteps, after.trace.orderedSteps)
        var removed: [RowStep] = []
        var inserted: [RowStep] = []
        for change in now.difference(from: was) {
            switch change {
            case .remove(_, let step, _): removed.append(step)
            case .insert(_, let step, _): inserted.append(step)
            }
        }
        var changes: [PlanChange] = []
        for step in inserted {
            let partner = removed.firstIndex { $0.kind == step.kind }.map { removed.remove(at: $0) }
            changes.append(rowChange(partner, step))
        }
        return changes + removed.map { rowChange($0, nil) }
    }

    private func rowChange(_ old: RowStep?, _ new: RowStep?) -> PlanChange {
        let kind = (new ?? old)?.kind ?? .source
        let written = new?.expression.flatMap { after.written($0) }
        let name = kind.words
        let what = old == nil ? "\(name) added" : new == nil ? "\(name) removed" : "\(name) changed"
        let span = written?.span ?? new.flatMap { after.span(of: $0) } ?? after.span
        let (was, now) = (old.map { stepWords($0, before) }, new.map { stepWords($0, after) })
        // The order of rows in a file is nobody's contract, unless a limit cuts by it.
        if kind == .sort, !(before.trace.steps + after.trace.steps).contains(where: { $0.kind == .limit }) {
            return PlanChange(
                subject: subject, action: .changed, category: .operational, what: what, before: was, after: now,
                source: span)
        }
        return rows(what, before: was, after: now, at: span)
    }

    private func stepWords(_ step: RowStep, _ dataset: ComparedDataset) -> String {
        let written = step.expression.map { dataset.written($0)?.text ?? $0.formula { $1 } }
        return [step.words, written].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " on ")
    }

    // MARK: Columns

    private var columnChanges: [PlanChange] {
        removedColumns + addedColumns
            + after.row.columns.compactMap { column in
                before.row[column.name].flatMap { columnChange($0, column) }
            }
    }

    private var removedColumns: [PlanChange] {
        let gone = before.row.names.filter { name in
            guard after.row[name] == nil else { return false }
            // What only passed a column on does not change itself when that column is gone.
            return before.trace[name]?.origin.map { new.has($0) } != false
        }
        guard !gone.isEmpty else { return [] }
        return [
            PlanChange(
                subject: subject, action: .changed, category: .breaking,
                what: gone.count == 1 ? "column removed" : "columns removed", columns: gone,
                reaches: Propagation(old, old).reaches(of: after.name, columns: gone, rows: false),
                before: gone.joined(separator: ", "), source: after.span)
        ]
    }

    private var addedColumns: [PlanChange] {
        let added = after.row.names.filter { name in
            guard before.row[name] == nil else { return false }
            return after.trace[name]?.origin.map { old.has($0) } != false
        }
        guard !added.isEmpty else { return [] }
        let words = added.map { name in after.writtenFormula(of: name).map { "\(name) = \($0.text)" } ?? name }
        return [
            PlanChange(
                subject: subject, action: .changed, category: .additive,
                what: added.count == 1 ? "column added" : "columns added", columns: added,
                reaches: Propagation(new, new).reaches(of: after.name, columns: added, rows: false),
                after: words.joined(separator: ", "), source: after.writtenFormula(of: added[0])?.span ?? after.span)
        ]
    }

    private func columnChange(_ was: Column, _ now: Column) -> PlanChange? {
        let (oldTrace, newTrace) = (before.trace[was.name], after.trace[now.name])
        let isComputedAnew = oldTrace?.formula != newTrace?.formula
        // A type that only follows that of a column read is told where that column is.
        guard isComputedAnew || was != now && !followsItsInputs(newTrace) else { return nil }
        let written = (before.writtenFormula(of: was.name), after.writtenFormula(of: now.name))
        let span = written.1?.span ?? after.span
        if let change = ColumnChange(from: was, to: now) {
            let isSafe = change.isSafe && !isComputedAnew && !isSource
            return columnChanged(
                now.name, change.kind.rawValue, isSafe ? .additive : .breaking, was.contract, now.contract, span)
        }
        return columnChanged(
            now.name, "computed in another way", .breaking,
            written.0?.text ?? oldTrace?.origin.map { "\($0.dataset).\($0.column)" },
            written.1?.text ?? newTrace?.origin.map { "\($0.dataset).\($0.column)" }, span)
    }

    private var isSource: Bool { if case .source = after.maker { true } else { false } }

    private func followsItsInputs(_ trace: ColumnTrace?) -> Bool {
        trace?.reads.contains { old[$0.dataset]?.row[$0.column] != new[$0.dataset]?.row[$0.column] } == true
    }

    private func columnChanged(
        _ name: String, _ what: String, _ category: PlanChange.Category, _ before: String?, _ after: String?,
        _ span: Span
    ) -> PlanChange {
        PlanChange(
            subject: subject, action: .changed, category: category, what: "\(name): \(what)", columns: [name],
            reaches: Propagation(old, new).reaches(of: self.after.name, columns: [name], rows: false), before: before,
            after: after, source: span)
    }

    // MARK: Files

    private var writeChanges: [PlanChange] {
        guard before.write != after.write else { return [] }
        return [operational("written in another way", before.write.words, after.write.words)]
    }
}

extension FileFormat {
    fileprivate var words: String {
        switch self {
        case .csv(let csv):
            "csv, delimiter '\(csv.delimiter)', quote '\(csv.quote)', \(csv.hasHeader ? "header" : "no header"), null '\(csv.null)'"
        case .parquet: "parquet"
        case .jsonLines: "json lines"
        }
    }
}

extension ParquetSettings {
    fileprivate var words: String {
        let level = level.led(by: " level ")
        let group = rowGroup.led(by: ", row group ")
        return "\(compression)\(level)\(group)\(usesDictionary ? ", dictionary" : "")"
    }
}

extension Double? {
    fileprivate var words: String { map { "\($0)" } ?? "none" }
}
