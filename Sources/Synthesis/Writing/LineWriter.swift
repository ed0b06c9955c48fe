/// Writes the cells of a batch as lines of a CSV file.
struct LineWriter {
    private let delimiter: UInt8
    private let null: [UInt8]
    /// Bytes that make quotes necessary.
    private let marks: [Bool]
    private let dialect: CSVDialect

    init(_ dialect: CSVDialect) {
        self.dialect = dialect
        delimiter = dialect.delimiter
        null = Array(dialect.null.utf8)
        marks = (0...255).map { [dialect.delimiter, quote, 10, 13].contains(UInt8($0)) }
    }

    /// Writes the lines of `count` rows over what `piece` held; each vector is a column.
    func write(_ vectors: [Vector], count: Int, over piece: inout Piece) {
        let room = vectors.reduce(count + Lexicon.slack) { $0 + mostBytes(of: $1) }
        piece.fill(room: room) { start in
            withSources(vectors[...], []) { writeRows($0, rows: count, to: start) - start }
        }
    }

    /// Upper bound of a column's bytes with the delimiters or line ends after its cells.
    private func mostBytes(of vector: Vector) -> Int {
        let fixed = vector.count * (1 + null.count)
        switch vector.storage {
        case .words(_, let lexicon): return fixed + vector.count * (2 + 2 * lexicon.longest)
        case .texts(let texts): return fixed + 2 * vector.count + 2 * texts.bytes.count
        case .mixed(let base, let other, _): return fixed + mostBytes(of: base) + mostBytes(of: other)
        case .uuids: return fixed + vector.count * 36
        case .whole, .doubles: return fixed + vector.count * CellSource.widest
        case .lists: preconditionFailure("no file has cells that are lists")
        }
    }

    /// Words that can be copied without a look at their bytes.
    private func isPlain(_ lexicon: Lexicon) -> Bool {
        guard dialect.isPlain(lexicon.alphabet) else { return false }
        if lexicon.shortest > null.count { return true }
        return !(0..<lexicon.count).contains { lexicon[$0].isEmpty || lexicon[$0].elementsEqual(null) }
    }

    private func withSources(
        _ vectors: ArraySlice<Vector>,
        _ sources: [CellSource],
        _ body: ([CellSource]) -> Int
    ) -> Int {
        guard let first = vectors.first else { return body(sources) }
        return first.withSource(isPlain: isPlain) { withSources(vectors.dropFirst(), sources + [$0], body) }
    }

    /// Sources are read in place: they are larger than most cells.
    private func writeRows(_ sources: [CellSource], rows: Int, to start: Output) -> Output {
        guard !sources.isEmpty else {
            start.update(repeating: UInt8(ascii: "\n"), count: rows)
            return start + rows
        }
        return sources.withUnsafeBufferPointer { sources in
            null.withUnsafeBufferPointer { null in
                var output = start
                for row in 0..<rows {
                    for column in sources.indices {
                        output = writeCell(sources.baseAddress.unsafelyUnwrapped + column, row, null, to: output)
                        output.pointee = delimiter
                        output += 1
                    }
                    // In place of the last delimiter.
                    output[-1] = UInt8(ascii: "\n")
                }
                return output
            }
        }
    }

    @inline(__always)
    private func writeCell(
        _ column: UnsafePointer<CellSource>,
        _ place: Int,
        _ null: UnsafeBufferPointer<UInt8>,
        to output: Output
    ) -> Output {
        var (source, row) = (column, place)
        while true {
            if let nulls = source.pointee.nulls, nulls[row] { return copyBytes(null, to: output) }
            guard source.pointee.form == .mixed, let parts = source.pointee.parts else { break }
            let choice = Int(source.pointee.values.assumingMemoryBound(to: Int32.self)[row])
            source = choice < 0 ? parts : parts + 1
            row = choice < 0 ? row : choice
        }
        switch source.pointee.form {
        case .words where source.pointee.isPlain: return copyWord(source.pointee.text(row), to: output)
        case .words, .texts: return writeText(source.pointee.text(row), to: output)
        default: return source.pointee.write(row, to: output)
        }
    }

    @inline(__always)
    private func copyBytes(_ bytes: UnsafeBufferPointer<UInt8>, to output: Output) -> Output {
        for place in bytes.indices { output[place] = bytes[place] }
        return output + bytes.count
    }

    /// Words have `Lexicon.slack` bytes behind them and lines as many bytes of room, so 16 may be copied at once.
    @inline(__always)
    private func copyWord(_ word: UnsafeBufferPointer<UInt8>, to output: Output) -> Output {
        guard let start = word.baseAddress else { return output }
        var place = 0
        repeat {
            let bits = UnsafeRawPointer(start + place).loadUnaligned(as: SIMD16<UInt8>.self)
            UnsafeMutableRawPointer(output + place).storeBytes(of: bits, as: SIMD16<UInt8>.self)
            place += Lexicon.slack
        } while place < word.count
        return output + word.count
    }

    /// A text in quotes if it has a delimiter, quote or line end in it, is empty, or reads as the null token.
    private func writeText(_ text: UnsafeBufferPointer<UInt8>, to output: Output) -> Output {
        let isSpecial = marks.withUnsafeBufferPointer { marks in text.contains { marks[Int($0)] } }
        guard isSpecial || text.isEmpty || text.elementsEqual(null) else {
            if let start = text.baseAddress { output.update(from: start, count: text.count) }
            return output + text.count
        }
        var output = output
        output.pointee = quote
        output += 1
        for byte in text {
            if byte == quote {
                output.pointee = quote
                output += 1
            }
            output.pointee = byte
            output += 1
        }
        output.pointee = quote
        return output + 1
    }
}
