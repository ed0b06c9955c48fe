import Expressions
import Reporting

extension ExpressionCompiler {
    /// Whether, or where, the second text stands in the first.
    func search(_ name: String, _ text: CompiledExpression, _ part: CompiledExpression) -> CompiledExpression {
        let (text, part) = (text.values, part.values)
        return made(name == "position" ? .bigint : .boolean) { frame in
            let (texts, parts) = (text(frame), part(frame))
            let (whole, wanted) = (texts.texts, parts.texts)
            return Vector.whole(
                name == "position" ? .bigint : .boolean,
                nulls: Vector.union(texts.nulls, parts.nulls),
                count: whole.count
            ) { Self.answer(name, whole[$0], wanted[$0]) }
        }
    }

    private static func answer(_ name: String, _ text: ArraySlice<UInt8>, _ part: ArraySlice<UInt8>) -> Int64 {
        switch name {
        case "starts_with": return text.starts(with: part) ? 1 : 0
        case "ends_with": return text.suffix(part.count).elementsEqual(part) ? 1 : 0
        case "contains": return part.isEmpty || text.firstRange(of: part) != nil ? 1 : 0
        default:
            if part.isEmpty { return 1 }
            guard let range = text.firstRange(of: part) else { return 0 }
            // In characters, of which each has one byte that continues none.
            return 1 + Int64(text[..<range.lowerBound].count { $0 & 0xC0 != 0x80 })
        }
    }

    enum LetterCase { case told, ignored }

    func like(_ text: CompiledExpression, _ pattern: CompiledExpression, _ letterCase: LetterCase) -> CompiledExpression
    {
        let (text, pattern) = (text.values, pattern.values)
        return made(.boolean) { frame in
            let (texts, patterns) = (text(frame), pattern(frame))
            let (whole, wanted) = (texts.texts, patterns.texts)
            return Vector.whole(.boolean, nulls: Vector.union(texts.nulls, patterns.nulls), count: whole.count) { row in
                let (text, pattern) = (scalars(whole[row], letterCase), scalars(wanted[row], letterCase))
                return matchesWildcards(text[...], pattern[...], many: "%", one: "_") ? 1 : 0
            }
        }
    }

    /// `regexp_matches`, of a pattern that is written out.
    func regularExpression(_ text: CompiledExpression, _ pattern: TypedExpression) throws(Reason) -> CompiledExpression?
    {
        guard case .literal(.string(let written)) = pattern.node else { return nil }
        let range = pattern.range
        guard (try? Regex(written)) != nil else {  // why it is none, nobody is told
            throw .expression(ExpressionIssue(.argumentType, "'\(written)' is no regular expression", at: range))
        }
        let text = text.values
        return made(.boolean) { frame in
            // A regex may not be handed from thread to thread.
            guard let regex = try? Regex(written) else { preconditionFailure("'\(written)' was a regular expression") }
            let texts = text(frame)
            let whole = texts.texts
            return Vector.whole(.boolean, nulls: texts.nulls, count: whole.count) { row in
                String(decoding: whole[row], as: UTF8.self).contains(regex) ? 1 : 0
            }
        }
    }
}

private func scalars(_ text: ArraySlice<UInt8>, _ letterCase: ExpressionCompiler.LetterCase) -> [Unicode.Scalar] {
    let text = String(decoding: text, as: UTF8.self)
    return Array((letterCase == .ignored ? text.lowercased() : text).unicodeScalars)
}
