import Reporting

/// Cells in columns, two spaces apart, sized by their content. Too wide a table loses its most dispensable columns.
struct FittedTable {
    struct Column {
        var title: String
        var isNumber = false
        /// Of several that may go, the highest goes first; 0 never goes.
        var dispensability = 0
    }

    private var columns: [Column]
    private var rows: [[Cell]] = []

    struct Cell: ExpressibleByStringLiteral {
        var text: String
        var colour: TextStyle.Colour?

        init(_ text: String, _ colour: TextStyle.Colour? = nil) {
            self.text = text
            self.colour = colour
        }

        init(stringLiteral value: String) { self.init(value) }
    }

    init(_ columns: [Column]) { self.columns = columns }

    mutating func append(_ row: [Cell]) { rows.append(row) }

    func lines(_ style: TextStyle) -> [String] {
        let widths = columns.indices.map { column in
            rows.reduce(columns[column].title.count) { max($0, $1[column].text.count) }
        }
        let shown = shownColumns(widths, style.width)
        let head = laidOut(columns.map { Cell($0.title, .dim) }, shown, widths, style)
        return [head] + rows.map { laidOut($0, shown, widths, style) }
    }

    private func shownColumns(_ widths: [Int], _ width: Int) -> [Int] {
        var shown = Array(columns.indices)
        while shown.reduce(-2, { $0 + widths[$1] + 2 }) > width {
            let next = shown.max { columns[$0].dispensability < columns[$1].dispensability }
            guard let next, columns[next].dispensability > 0 else { break }
            shown.removeAll { $0 == next }
        }
        return shown
    }

    private func laidOut(_ row: [Cell], _ shown: [Int], _ widths: [Int], _ style: TextStyle) -> String {
        var line = ""
        for column in shown {
            let cell = row[column]
            let text = cell.colour.map { style.painted(cell.text, $0) } ?? cell.text
            let padding = String(repeating: " ", count: widths[column] - cell.text.count)
            if column != shown[0] { line += "  " }
            if columns[column].isNumber {
                line += padding + text
            } else {
                line += column == shown[shown.count - 1] ? text : text + padding
            }
        }
        return line
    }
}
