import Algebra
import Engines
import Expressions
import Kinds
import Quality
import Reporting

/// What a task does in a few lines that people can read: kept with a run, so that a later plan can say what has changed.
///
/// The fingerprint decides whether a definition has changed; the outline only tells.
package struct DefinitionOutline: Hashable, Sendable {
    struct Line: Hashable, Sendable {
        /// `filter`, `column revenue`.
        var what: String
        var text: String
        /// Of all that the text leaves out; empty where it leaves nothing out.
        var digest = ""
    }

    private(set) var lines: [Line]

    /// Longer texts are cut, more lines left out: this is kept for each task.
    private static let longest = 400
    private static let most = 200

    fileprivate init(lines: [Line]) {
        self.lines = lines.prefix(Self.most).map { line in
            let text = line.text.onOneLine
            let isCut = text.count > Self.longest
            return Line(
                what: line.what.onOneLine, text: isCut ? text.prefix(Self.longest) + "…" : text,
                digest: isCut ? shortDigest(line.digest + text) : line.digest)
        }
    }

    /// Reads what `text` wrote.
    package init(_ text: String) {
        lines = text.split(separator: "\n").map { line in
            // Each has three parts; what is left out of a text that others wrote is empty.
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) + ["", ""]
            return Line(what: parts[0], text: parts[1], digest: parts[2])
        }
    }

    /// A line each, its parts apart by tabs, which no part has.
    package var text: String { lines.map { "\($0.what)\t\($0.text)\t\($0.digest)" }.joined(separator: "\n") }

    /// What has come, gone or changed since an earlier outline, in the order of this one.
    func changes(since old: DefinitionOutline) -> [PlanDocument.DefinitionChange] {
        var removed: [Line] = []
        var inserted: [Line] = []
        for change in lines.difference(from: old.lines) {
            switch change {
            case .remove(_, let line, _): removed.append(line)
            case .insert(_, let line, _): inserted.append(line)
            }
        }
        var changes = inserted.map { line -> PlanDocument.DefinitionChange in
            guard let partner = removed.firstIndex(where: { $0.what == line.what }) else {
                return .init(action: "added", what: line.what, before: nil, after: line.text)
            }
            return .init(action: "changed", what: line.what, before: removed.remove(at: partner).text, after: line.text)
        }
        changes += removed.map { .init(action: "removed", what: $0.what, before: $0.text, after: nil) }
        return changes
    }
}

private func shortDigest(_ text: String) -> String { String(fingerprint([text]).prefix(12)) }

extension PlannedTask {
    package var outline: DefinitionOutline { DefinitionOutline(lines: work.outline) }
}

extension DefinitionOutline {
    /// The task's fingerprint in a first line, and the outline: what a run keeps.
    package static func note(of task: PlannedTask) -> String { "\(task.definitionFingerprint)\n\(task.outline.text)" }

    /// The two again; runs of the first versions kept no outline.
    package static func parts(ofNote note: String) -> (definition: String, outline: DefinitionOutline?) {
        guard let end = note.firstIndex(of: "\n") else { return (note, nil) }
        return (String(note[..<end]), DefinitionOutline(String(note[note.index(after: end)...])))
    }
}

extension PlannedTask.Work {
    fileprivate typealias Line = DefinitionOutline.Line

    fileprivate var outline: [Line] {
        switch self {
        case .wait(let work):
            [Line(what: "waits for", text: work.subject)]
        case .generate(let work):
            [Line(what: "file", text: "\(work.path)", digest: shortDigest("\(work.csv)"))]
        case .ingest(let work):
            [
                Line(what: "files", text: work.path), Line(what: "format", text: "\(work.format)"),
                Line(
                    what: "bad rows", text: "\(work.badRows.action.rawValue)\(work.badRows.limit.led(by: ", at most "))"
                ),
            ] + columnLines(work.row) + [written(work.output)]
        case .transform(let work): work.relation.outline + [written(work.output)]
        case .check(let work):
            work.suite.expectations.map { expectation in
                Line(
                    what: "expectation", text: "\(expectation.importance.rawValue): \(expectation.kind.sentence)",
                    digest: shortDigest(expectation.canonical))
            } + [Line(what: "a failure", text: work.action.rawValue)]
        case .load(let work):
            [
                Line(what: "table", text: "\(work.connection) \(work.table.joined(separator: "."))"),
                Line(what: "mode", text: work.mode.rawValue), Line(what: "key", text: work.key.joined(separator: ", ")),
            ] + work.modeDetails.map { Line(what: $0.name, text: $0.text) } + columnLines(work.row)
                + work.comments.sorted { $0.key < $1.key }.map { Line(what: "comment \($0.key)", text: $0.value) }
        }
    }

    private func columnLines(_ row: RowType) -> [Line] {
        row.columns.map { Line(what: "column \($0.name)", text: $0.typeWords) }
    }

    private func written(_ output: LakeOutput) -> Line {
        Line(what: "file", text: "\(output.path), \(output.parquet.compression)", digest: shortDigest("\(output)"))
    }
}

extension Column {
    fileprivate var typeWords: String { "\(type)\(isNullable ? "" : " not null")" }
}

extension Relation {
    fileprivate var outline: [DefinitionOutline.Line] {
        let trace = trace
        let steps = trace.orderedSteps.map { step in
            let condition = step.expression.map(sqlText)
            return DefinitionOutline.Line(
                what: step.kind.words,
                text: [step.words, condition].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " on "),
                digest: shortDigest(step.formula))
        }
        let columns = trace.columns.map { column, traced in
            DefinitionOutline.Line(
                what: "column \(column.name)",
                text: "\(column.typeWords) = \(expression(of: column.name) ?? traced.formula)",
                digest: shortDigest(traced.formula))
        }
        return steps + columns
    }

    /// How a column is computed in the last step that does; nil where it is taken from a dataset as it is, or cannot be told.
    private func expression(of name: String) -> String? {
        switch self {
        case .dataset(let dataset, _): return "\(dataset).\(name)"
        case .project(let columns, let input):
            guard let found = columns.first(where: { $0.name == name })?.expression else { return nil }
            if case .column(_, let inner) = found.node { return input.expression(of: inner) }
            return sqlText(found)
        case .aggregate(let keys, let set, let input):
            guard let found = (keys + set).first(where: { $0.name == name })?.expression else { return nil }
            if case .column(_, let inner) = found.node { return input.expression(of: inner) }
            return sqlText(found)
        case .window(let added, _, _, let input):
            return added.contains { $0.name == name } ? nil : input.expression(of: name)
        case .filter(_, let input), .distinct(let input), .first(_, _, let input), .sort(_, let input),
            .limit(_, _, let input):
            return input.expression(of: name)
        case .join(let join):
            return join.left.row[name] != nil ? join.left.expression(of: name) : join.right.expression(of: name)
        case .union, .query: return nil
        }
    }
}

/// Names without quotes, where these only get in the way of reading.
private func sqlText(_ expression: TypedExpression) -> String {
    let text = SQL(expression).text.filter { $0 != "\"" }
    // An operator comes out in parentheses, so that it can stand anywhere.
    return text.hasPrefix("(") && text.hasSuffix(")") ? String(text.dropFirst().dropLast()) : text
}
