import Expressions

/// Text with holes: `#` is a digit, `?` a small letter, `{column}` and `{column->field}` a value of the row,
/// `{100..999}` a number in the range; `\` takes the next character as it is. Null where a value is.
package struct TemplateColumn: ColumnGenerator {
    package var template: String

    package init(_ template: String) { self.template = template }

    package func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        let parts = try TemplatePart.parse(template)
        var holes: [Hole] = []
        for part in parts { holes.append(try compiledHole(part, in: scope)) }
        let filled = holes
        let isNullable = filled.contains(where: \.isNullable)
        return GeneratedColumn(.string, isNullable: isNullable) { frame, stream in
            let cells = filled.map { $0.texts(frame) }
            let draws = filled.indices.map { stream.draw($0) }
            var texts = Texts(capacity: frame.rows.count)
            for (place, row) in frame.rows.enumerated() {
                for (index, hole) in filled.enumerated() {
                    if let cells = cells[index]?.texts {
                        texts.add(cells[place])
                    } else {
                        hole.add(&texts, draws[index], row)
                    }
                }
                texts.close()
            }
            return Vector(.string, .texts(texts), nulls: cells.reduce(nil) { Vector.union($0, $1?.nulls) })
        }
    }

    private func compiledHole(_ part: TemplatePart, in scope: ColumnScope) throws(SynthesisIssue.Reason) -> Hole {
        switch part {
        case .text(let bytes): return .text(bytes)
        case .digit: return .range(0, 9)
        case .letter: return .letter
        case .range(let low, let high):
            guard low <= high else { throw .emptyRange(from: String(low), to: String(high)) }
            return .range(low, UInt64(high - low))
        case .column(let name):
            let column = try scope.column(name)
            return .column(column.place, isNullable: column.isNullable)
        case .field(let name, let field):
            let field = try scope.field(of: name, field)
            return .field(field.place, isNullable: field.isNullable)
        }
    }
}

private enum Hole: Sendable {
    case text([UInt8])
    case letter
    /// The least number and the distance to the greatest.
    case range(Int64, UInt64)
    case column(Int, isNullable: Bool)
    case field(FieldPlace, isNullable: Bool)

    var isNullable: Bool {
        switch self {
        case .column(_, let isNullable), .field(_, let isNullable): isNullable
        case .text, .letter, .range: false
        }
    }

    func texts(_ frame: Frame) -> (texts: Texts, nulls: [Bool]?)? {
        let vector: Vector
        switch self {
        case .column(let place, _): vector = frame.vector(place)
        case .field(let place, _): vector = frame.vector(place)
        case .text, .letter, .range: return nil
        }
        return (vector.texts, vector.nulls)
    }

    func add(_ texts: inout Texts, _ stream: RandomStream, _ row: Int) {
        switch self {
        case .text(let bytes): texts.add(bytes)
        case .letter: texts.add(UInt8(ascii: "a") + UInt8(stream.number(below: 26, at: row)))
        case .range(let least, let width):
            texts.add(atMost: 20) { write(uniform(least, width, stream, row), to: $0) }
        case .column, .field: break
        }
    }
}
