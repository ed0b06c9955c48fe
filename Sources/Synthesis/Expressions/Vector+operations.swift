import Expressions

// Row by row over whole vectors. A nil result is null, and so is whatever has a null argument.

extension Vector {
    /// Whole numbers; a vector of nothing but nulls may be of another kind, its cells mean nothing.
    var wholes: [Int64] {
        if case .whole(let values) = storage { values } else { Array(repeating: 0, count: count) }
    }

    /// Numbers of any kind as doubles.
    var numbers: [Double] {
        switch storage {
        case .doubles(let values): return values
        case .whole(let values):
            let divisor = Double(powerOfTen(type.scale))
            return divisor == 1 ? values.map(Double.init) : values.map { Double($0) / divisor }
        default: return Array(repeating: 0, count: count)
        }
    }

    func isNull(_ row: Int) -> Bool { nulls?[row] == true }

    @inline(__always)
    func mapWhole(_ type: DataType, _ operation: (Int64) -> Int64?) -> Vector {
        let values = wholes
        return Self.whole(type, nulls: nulls, count: values.count) { operation(values[$0]) }
    }

    @inline(__always)
    static func zipWhole(
        _ type: DataType,
        _ a: Vector,
        _ b: Vector,
        _ operation: (Int64, Int64) -> Int64?
    ) -> Vector {
        let (left, right) = (a.wholes, b.wholes)
        return whole(type, nulls: union(a.nulls, b.nulls), count: left.count) { operation(left[$0], right[$0]) }
    }

    /// Rows that are null already are not asked for.
    @inline(__always)
    static func whole(_ type: DataType, nulls: [Bool]?, count: Int, _ value: (Int) -> Int64?) -> Vector {
        var missing: [Int] = []
        let values = [Int64](unsafeUninitializedCapacity: count) { buffer, written in
            for row in 0..<count {
                if let nulls, nulls[row] {
                    buffer.initializeElement(at: row, to: 0)
                } else if let value = value(row) {
                    buffer.initializeElement(at: row, to: value)
                } else {
                    buffer.initializeElement(at: row, to: 0)
                    missing.append(row)
                }
            }
            written = count
        }
        var vector = Vector(type, .whole(values), nulls: nulls)
        vector.clear(at: missing)
        return vector
    }

    @inline(__always)
    static func doubles(_ nulls: [Bool]?, count: Int, _ value: (Int) -> Double?) -> Vector {
        var missing: [Int] = []
        let values = (0..<count).map { row in
            if let nulls, nulls[row] { return 0.0 }
            if let value = value(row) { return value }
            missing.append(row)
            return 0
        }
        var vector = Vector(.double, .doubles(values), nulls: nulls)
        vector.clear(at: missing)
        return vector
    }

    /// One text for each row; `write` adds to the open text.
    static func strings(_ nulls: [Bool]?, count: Int, _ write: (inout Texts, Int) -> Void) -> Vector {
        var texts = Texts(capacity: count)
        for row in 0..<count {
            if nulls?[row] != true { write(&texts, row) }
            texts.close()
        }
        return Vector(.string, .texts(texts), nulls: nulls)
    }

    /// For each row the cell of one of the vectors, which have the same type; null where `choice` is nil.
    static func picked(_ type: DataType, from vectors: [Vector], _ choice: (Int) -> Int?) -> Vector {
        guard let count = vectors.first?.count else { preconditionFailure("nothing to pick from") }
        let choices = (0..<count).map { row in choice(row).flatMap { vectors[$0].isNull(row) ? nil : $0 } }
        let nulls = choices.contains(nil) ? choices.map { $0 == nil } : nil
        switch type {
        case .double:
            let numbers = vectors.map(\.numbers)
            return doubles(nulls, count: count) { row in choices[row].map { numbers[$0][row] } }
        case .uuid:
            let ids = vectors.map { if case .uuids(let ids) = $0.storage { ids } else { [UUIDBits]() } }
            let none = UUIDBits(high: 0, low: 0)
            return Vector(
                .uuid,
                .uuids((0..<count).map { row in choices[row].map { ids[$0][row] } ?? none }),
                nulls: nulls
            )
        case .boolean, .int, .bigint, .decimal, .date, .timestamp, .timestamptz:
            let values = vectors.map(\.wholes)
            return whole(type, nulls: nulls, count: count) { row in choices[row].map { values[$0][row] } }
        default:
            let texts = vectors.map(\.texts)
            return strings(nulls, count: count) { text, row in
                if let choice = choices[row] { text.add(texts[choice][row]) }
            }
        }
    }
}
