package import Reporting

/// The change from one text of a file to another, with three lines around each change; empty where they are equal.
package func unifiedDiff(from old: SourceText, to new: SourceText) -> String {
    guard old.utf8 != new.utf8 else { return "" }
    let lines = changedLines(from: diffLines(old), to: diffLines(new))
    var text = "--- a/\(old.path)\n+++ b/\(new.path)\n"
    for hunk in hunks(of: lines) { text += drawn(lines, hunk) }
    return text
}

private struct DiffLine {
    enum Kind: String {
        case same = " "
        case removed = "-"
        case added = "+"
    }

    var kind: Kind
    var text: String
}

/// Lines with their ends, so that a changed or missing line end is a change.
private func diffLines(_ source: SourceText) -> [String] {
    var lines: [String] = []
    var start = 0
    while start < source.utf8.count {
        let end = source.utf8[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? source.utf8.count
        lines.append(String(decoding: source.utf8[start..<end], as: UTF8.self))
        start = end
    }
    return lines
}

private func changedLines(from old: [String], to new: [String]) -> [DiffLine] {
    let difference = new.difference(from: old)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in difference {
        switch change {
        case .remove(let offset, _, _): removed.insert(offset)
        case .insert(let offset, _, _): added.insert(offset)
        }
    }
    var lines: [DiffLine] = []
    var (before, after) = (0, 0)
    while before < old.count || after < new.count {
        if removed.contains(before), before < old.count {
            lines.append(DiffLine(kind: .removed, text: old[before]))
            before += 1
        } else if added.contains(after), after < new.count {
            lines.append(DiffLine(kind: .added, text: new[after]))
            after += 1
        } else {
            lines.append(DiffLine(kind: .same, text: new[after]))
            before += 1
            after += 1
        }
    }
    return lines
}

/// Stretches of lines with changes; those whose surroundings meet are one.
private func hunks(of lines: [DiffLine]) -> [Range<Int>] {
    let around = 3
    var hunks: [Range<Int>] = []
    for (index, line) in lines.enumerated() where line.kind != .same {
        let range = max(0, index - around)..<min(lines.count, index + around + 1)
        if let last = hunks.last, last.upperBound >= range.lowerBound {
            hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
        } else {
            hunks.append(range)
        }
    }
    return hunks
}

private func drawn(_ lines: [DiffLine], _ hunk: Range<Int>) -> String {
    func header(_ sign: String, without kind: DiffLine.Kind) -> String {
        let before = lines[..<hunk.lowerBound].count { $0.kind != kind }
        let count = lines[hunk].count { $0.kind != kind }
        return "\(sign)\(count == 0 ? before : before + 1)\(count == 1 ? "" : ",\(count)")"
    }
    var text = "@@ \(header("-", without: .added)) \(header("+", without: .removed)) @@\n"
    for line in lines[hunk] {
        text += line.kind.rawValue + line.text
        if !line.text.utf8.reversed().starts(with: "\n".utf8) { text += "\n\\ No newline at end of file\n" }
    }
    return text
}
