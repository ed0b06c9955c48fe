/// The part of a source line that fits beside its line number, with the covered cells in it.
struct SourceCut {
    let text: String
    /// Columns before the first covered cell.
    let indentation: Int
    /// Columns of the covered cells that are shown.
    let coveredWidth: Int

    /// `room` is in terminal columns. A line that does not fit is cut so that a quarter of the room shows what
    /// stands before the covered cells; of cells too wide for the rest, the first ones show.
    init(_ cells: [TerminalCell], around covered: Range<Int>, room: Int, ellipsis: String) {
        guard totalWidth(cells[...]) > room else {
            text = cells.map(\.text).joined()
            indentation = totalWidth(cells[..<covered.lowerBound])
            coveredWidth = totalWidth(cells[covered])
            return
        }
        let mark = ellipsis.count
        let first = firstShown(cells, before: covered.lowerBound, room: room / 4)
        let head = first > 0 ? ellipsis : ""
        let end = endShown(cells, from: first, room: room - head.count - mark)
        let shown = covered.clamped(to: first..<max(first, end))
        text = head + cells[first..<end].map(\.text).joined() + (end < cells.count ? ellipsis : "")
        indentation = head.count + totalWidth(cells[first..<min(end, max(first, covered.lowerBound))])
        coveredWidth = totalWidth(cells[shown])
    }
}

private func totalWidth(_ cells: ArraySlice<TerminalCell>) -> Int {
    cells.reduce(0) { $0 + $1.width }
}

/// The first cell to show so that at most `room` columns stand before a cell.
private func firstShown(_ cells: [TerminalCell], before index: Int, room: Int) -> Int {
    var first = index
    var used = 0
    while first > 0, used + cells[first - 1].width <= room {
        first -= 1
        used += cells[first].width
    }
    return first
}

/// The end of the cells that fit in `room` columns.
private func endShown(_ cells: [TerminalCell], from first: Int, room: Int) -> Int {
    var end = first
    var used = 0
    while end < cells.count, used + cells[end].width <= room {
        used += cells[end].width
        end += 1
    }
    return end
}
