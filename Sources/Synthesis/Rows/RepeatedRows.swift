/// Which row stands on which line when a share of the rows is there twice.
///
/// The rows are cut into as many stretches as there are repetitions; each stretch ends with one of its own rows again.
/// So the number is exact, no row is there three times, and any line is found without the lines before it.
struct RepeatedRows: Sendable {
    let rows: Int
    let repetitions: Int
    private let stream: RandomStream

    init(rows: Int, share: Double, _ stream: RandomStream) {
        self.rows = rows
        self.stream = stream
        repetitions = Int((Double(rows) * share).rounded())
    }

    /// Lines in all.
    var count: Int { rows + repetitions }

    /// The rows on some lines, in order.
    func rows(onLines lines: Range<Int>) -> [Int] {
        guard repetitions > 0 else { return Array(lines) }
        var found: [Int] = []
        found.reserveCapacity(lines.count)
        var stretch = self.stretch(ofLine: lines.lowerBound)
        var last = lastLine(of: stretch)
        for line in lines {
            if line > last {
                stretch += 1
                last = lastLine(of: stretch)
            }
            found.append(line == last ? repeated(in: stretch) : line - stretch)
        }
        return found
    }

    /// First row of a stretch, which is also the end of the one before.
    private func firstRow(_ stretch: Int) -> Int {
        Int(UInt64(repetitions).dividingFullWidth(UInt64(stretch).multipliedFullWidth(by: UInt64(rows))).quotient)
    }

    private func lastLine(of stretch: Int) -> Int { firstRow(stretch + 1) + stretch }

    private func stretch(ofLine line: Int) -> Int {
        var low = 0
        var high = repetitions - 1
        while low < high {
            let middle = (low + high) / 2
            if lastLine(of: middle) < line { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func repeated(in stretch: Int) -> Int {
        let first = firstRow(stretch)
        let width = UInt64(firstRow(stretch + 1) - first)
        return first + Int(stream.number(below: width, at: stretch))
    }
}
