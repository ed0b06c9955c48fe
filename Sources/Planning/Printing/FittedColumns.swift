import Reporting

/// Rows in columns that fit a width: what does not fit is made smaller, or left out, in an order fixed beforehand. Texts
/// are never cut in the middle.
struct FittedColumns {
    enum Step {
        /// Leaves the column out.
        case drop(Int)
        /// Leaves the folders of paths out, and keeps their last part.
        case shorten(Int)
    }

    enum Row {
        case cells([String])
        /// Stands across all columns.
        case line(String)
    }

    private let alignments: [TextTable.Alignment]
    private let steps: [Step]
    private(set) var rows: [Row] = []

    init(_ alignments: [TextTable.Alignment], steps: [Step]) {
        self.alignments = alignments
        self.steps = steps
    }

    /// - Parameter place: where it is written, for the last column; what nobody wrote has none.
    mutating func add(_ cells: [String], place: String? = nil) {
        rows.append(.cells(cells + [place].compactMap(\.self)))
    }

    mutating func add(line: String) { rows.append(.line(line)) }

    func lines(width: Int) -> [String] {
        var cells: [[String]] = rows.compactMap { if case .cells(let cells) = $0 { cells } else { nil } }
        var shown = Array(alignments.indices)
        var table = tableLines(cells, shown)
        for step in steps where table.contains(where: { $0.count > width }) {
            switch step {
            case .drop(let column): shown.removeAll { $0 == column }
            case .shorten(let column):
                for row in cells.indices where column < cells[row].count {
                    cells[row][column] = cells[row][column].lastPart(after: "/")
                }
            }
            table = tableLines(cells, shown)
        }
        var next = table.makeIterator()
        return rows.compactMap { row in
            if case .line(let line) = row { line } else { next.next() }
        }
    }

    private func tableLines(_ cells: [[String]], _ shown: [Int]) -> [String] {
        var table = TextTable(shown.map { alignments[$0] })
        for row in cells { table.add(shown.map { $0 < row.count ? row[$0] : "" }) }
        return table.lines()
    }
}

/// Names, comma separated, on lines of a width; at most `most` lines, the last of which says how many are left out.
func wrapped(_ names: [String], indent: String, width: Int, _ view: PlanView, most: Int = 2) -> [String] {
    var lines: [String] = []
    var line = ""
    for (index, name) in names.enumerated() {
        let piece = index == names.count - 1 ? name : "\(name), "
        let room = lines.count == most - 1 ? 24 : 0
        if !line.isEmpty, indent.count + line.count + piece.count + room > width {
            if lines.count == most - 1 {
                return lines + ["\(indent)\(line)\(view.say("… \(names.count - index) more, --all"))"]
            }
            lines.append(indent + line.withoutTrailingBlanks)
            line = ""
        }
        line += piece
    }
    return lines + [indent + line]
}
