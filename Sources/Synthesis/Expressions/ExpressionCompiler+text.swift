import Expressions

extension ExpressionCompiler {
    func text(_ name: String, _ values: [CompiledExpression]) -> CompiledExpression? {
        switch name {
        case "lower": return mapped(values[0]) { $0.lowercased() }
        case "upper": return mapped(values[0]) { $0.uppercased() }
        case "trim": return values.count == 1 ? mapped(values[0]) { withoutBlanks($0, [.front, .back]) } : nil
        case "ltrim": return values.count == 1 ? mapped(values[0]) { withoutBlanks($0, [.front]) } : nil
        case "rtrim": return values.count == 1 ? mapped(values[0]) { withoutBlanks($0, [.back]) } : nil
        case "length": return length(values[0])
        case "||": return concatenated(values, passingNulls: false)
        case "concat": return concatenated(values, passingNulls: true)
        case "replace": return replaced(values)
        case "substring": return substring(values)
        case "left": return frontOrBack(values, isFront: true)
        case "right": return frontOrBack(values, isFront: false)
        default: return nil
        }
    }

    private func mapped(
        _ operand: CompiledExpression,
        _ change: @escaping @Sendable (String) -> String
    ) -> CompiledExpression {
        operand.map(.string) { vector in
            let texts = vector.texts
            return Vector.strings(vector.nulls, count: texts.count) { text, row in
                text.add(change(String(decoding: texts[row], as: UTF8.self)).utf8)
            }
        }
    }

    /// In characters of Unicode (code points), as engines count.
    private func length(_ operand: CompiledExpression) -> CompiledExpression {
        operand.map(.bigint) { vector in
            let texts = vector.texts
            return Vector.whole(.bigint, nulls: vector.nulls, count: texts.count) { row in
                Int64(texts[row].count { $0 & 0xC0 != 0x80 })
            }
        }
    }

    private func concatenated(_ values: [CompiledExpression], passingNulls: Bool) -> CompiledExpression {
        let parts = values.map { $0.cast(to: .string).values }
        return made(.string) { frame in
            let vectors = parts.map { $0(frame) }
            let nulls = passingNulls ? nil : vectors.reduce(nil) { Vector.union($0, $1.nulls) }
            let texts = vectors.map(\.texts)
            return Vector.strings(nulls, count: frame.rows.count) { text, row in
                for (part, vector) in zip(texts, vectors) where !vector.isNull(row) { text.add(part[row]) }
            }
        }
    }

    private func replaced(_ values: [CompiledExpression]) -> CompiledExpression? {
        guard values.count == 3 else { return nil }
        let parts = values.map(\.values)
        return made(.string) { frame in
            let vectors = parts.map { $0(frame) }
            let texts = vectors.map(\.texts)
            let nulls = vectors.reduce(nil) { Vector.union($0, $1.nulls) }
            return Vector.strings(nulls, count: frame.rows.count) { text, row in
                let words = texts.map { String(decoding: $0[row], as: UTF8.self) }
                text.add(words[1].isEmpty ? words[0].utf8 : words[0].replacing(words[1], with: words[2]).utf8)
            }
        }
    }

    /// A negative count leaves out so many at the other end.
    private func frontOrBack(_ values: [CompiledExpression], isFront: Bool) -> CompiledExpression {
        let (word, length) = (values[0].values, values[1].values)
        return made(.string) { frame in
            let (words, lengths) = (word(frame), length(frame))
            let (texts, counts) = (words.texts, lengths.wholes)
            return Vector.strings(Vector.union(words.nulls, lengths.nulls), count: texts.count) { text, row in
                let characters = String(decoding: texts[row], as: UTF8.self).unicodeScalars
                let whole = Int64(characters.count)
                let count = Int(counts[row] < 0 ? max(0, whole + max(counts[row], -whole)) : min(whole, counts[row]))
                let part = isFront ? characters.prefix(count) : characters.suffix(count)
                text.add(String(String.UnicodeScalarView(part)).utf8)
            }
        }
    }

    /// From the first character, 1, or the one given, as many as given or all.
    private func substring(_ values: [CompiledExpression]) -> CompiledExpression? {
        guard (2...3).contains(values.count) else { return nil }
        let parts = values.map(\.values)
        return made(.string) { frame in
            let vectors = parts.map { $0(frame) }
            let texts = vectors[0].texts
            let places = vectors.dropFirst().map(\.wholes)
            let nulls = vectors.reduce(nil) { Vector.union($0, $1.nulls) }
            return Vector.strings(nulls, count: frame.rows.count) { text, row in
                let scalars = Array(String(decoding: texts[row], as: UTF8.self).unicodeScalars)
                let start = min(max(-(1 << 31), places[0][row]), 1 << 31) - 1
                let length = places.count > 1 ? min(max(0, places[1][row]), 1 << 31) : 1 << 31
                let end = start + length
                let range = Int(min(max(0, start), Int64(scalars.count)))..<Int(min(max(0, end), Int64(scalars.count)))
                for scalar in scalars[range] { text.add(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
            }
        }
    }
}

private enum End { case front, back }

/// Without blanks at the ends.
private func withoutBlanks(_ text: String, _ ends: [End]) -> String {
    var rest = text[...]
    if ends.contains(.front) { rest = rest.drop { $0 == " " } }
    if ends.contains(.back) {
        while rest.last == " " { rest.removeLast() }
    }
    return String(rest)
}
