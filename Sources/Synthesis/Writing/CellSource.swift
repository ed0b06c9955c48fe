import Expressions

/// Where the cells of one column are while a batch is written. Valid only inside `Vector.withSource`.
struct CellSource {
    enum Form {
        case whole, boolean, decimal, date, timestamp, timestamptz, double, uuid, words, texts, mixed
    }

    var form: Form
    /// Digits after the point of a decimal.
    var scale = 0
    var values: UnsafeRawPointer
    var nulls: UnsafePointer<Bool>?
    /// Bytes of texts and words.
    var bytes: UnsafePointer<UInt8>?
    /// Ends of texts, starts of words.
    var marks: UnsafePointer<Int>?
    /// Words that need no quotes.
    var isPlain = false
    /// The two sources of a mixed column.
    var parts: UnsafePointer<CellSource>?

    /// Most bytes of a cell that is not a text.
    static let widest = 40
}

extension Vector {
    /// Lends the column's memory to `body`. `isPlain` says which words need no quotes.
    func withSource<Result>(
        isPlain: (Lexicon) -> Bool = { _ in false },
        _ body: (CellSource) -> Result
    ) -> Result {
        guard let nulls else { return withSource(nulls: nil, isPlain, body) }
        return nulls.withUnsafeBufferPointer { withSource(nulls: $0.baseAddress, isPlain, body) }
    }

    private func withSource<Result>(
        nulls: UnsafePointer<Bool>?,
        _ isPlain: (Lexicon) -> Bool,
        _ body: (CellSource) -> Result
    ) -> Result {
        switch storage {
        case .whole(let values): lend(values, wholeForm, nulls, body)
        case .doubles(let values): lend(values, .double, nulls, body)
        case .uuids(let values): lend(values, .uuid, nulls, body)
        case .words(let codes, let lexicon):
            lexicon.bytes.withUnsafeBufferPointer { bytes in
                lexicon.starts.withUnsafeBufferPointer { starts in
                    lend(codes, .words, nulls) { source in
                        var source = source
                        source.bytes = bytes.baseAddress
                        source.marks = starts.baseAddress
                        source.isPlain = isPlain(lexicon)
                        return body(source)
                    }
                }
            }
        case .texts(let texts):
            texts.bytes.withUnsafeBufferPointer { bytes in
                lend(texts.ends, .texts, nulls) { source in
                    var source = source
                    source.bytes = bytes.baseAddress
                    return body(source)
                }
            }
        case .mixed(let base, let other, let choice):
            base.withSource(isPlain: isPlain) { base in
                other.withSource(isPlain: isPlain) { other in
                    [base, other].withUnsafeBufferPointer { parts in
                        lend(choice, .mixed, nulls) { source in
                            var source = source
                            source.parts = parts.baseAddress
                            return body(source)
                        }
                    }
                }
            }
        case .lists: preconditionFailure("no file has cells that are lists")
        }
    }

    private func lend<Element, Result>(
        _ values: [Element],
        _ form: CellSource.Form,
        _ nulls: UnsafePointer<Bool>?,
        _ body: (CellSource) -> Result
    ) -> Result {
        values.withUnsafeBytes { memory in
            // Empty arrays may have no address; a source of no rows is never read.
            let start = memory.baseAddress ?? UnsafeRawPointer(bitPattern: 16).unsafelyUnwrapped
            return body(CellSource(form: form, scale: type.scale, values: start, nulls: nulls))
        }
    }

    private var wholeForm: CellSource.Form {
        switch type {
        case .boolean: .boolean
        case .decimal: .decimal
        case .date: .date
        case .timestamp: .timestamp
        case .timestamptz: .timestamptz
        default: .whole
        }
    }
}

extension CellSource {
    @inline(__always)
    func isNull(_ row: Int) -> Bool {
        guard let nulls else { return false }
        return nulls[row]
    }

    /// The bytes of a text or word.
    @inline(__always)
    func text(_ row: Int) -> UnsafeBufferPointer<UInt8> {
        let places = values.assumingMemoryBound(to: Int.self)
        if form == .texts {
            let start = row == 0 ? 0 : places[row - 1]
            return UnsafeBufferPointer(start: bytes.map { $0 + start }, count: places[row] - start)
        }
        let code = Int(values.assumingMemoryBound(to: UInt32.self)[row])
        guard let bytes, let marks else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: bytes + marks[code], count: marks[code + 1] - marks[code])
    }

    /// Writes a cell that is neither null nor a text; at most `widest` bytes.
    @inline(__always)
    func write(_ row: Int, to output: Output) -> Output {
        let whole = values.assumingMemoryBound(to: Int64.self)
        switch form {
        case .whole: return Synthesis.write(whole[row], to: output)
        case .decimal: return Synthesis.write(decimal: whole[row], scale: scale, to: output)
        case .date: return Synthesis.write(day: whole[row], to: output)
        case .timestamp: return Synthesis.write(microseconds: whole[row], to: output)
        case .timestamptz:
            let end = Synthesis.write(microseconds: whole[row], to: output)
            end.pointee = UInt8(ascii: "Z")
            return end + 1
        case .boolean: return copyLiteral(whole[row] == 0 ? "false" : "true", to: output)
        case .double: return Synthesis.write(values.assumingMemoryBound(to: Double.self)[row], to: output)
        case .uuid: return Synthesis.write(values.assumingMemoryBound(to: UUIDBits.self)[row], to: output)
        case .words, .texts, .mixed: return output
        }
    }

    private func copyLiteral(_ text: StaticString, to output: Output) -> Output {
        output.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
        return output + text.utf8CodeUnitCount
    }
}
