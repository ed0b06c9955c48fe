import Expressions

extension ExpressionCompiler {
    /// nil for argument types that are not numbers, or a date and days.
    func arithmetic(_ name: String, _ values: [CompiledExpression], _ type: DataType) -> CompiledExpression? {
        if values[0].type == .date { return dayDifference(name, values, type) }
        if values.contains(where: { $0.type == .double }) || type == .double { return doubles(name, values) }
        guard let scale = type.digits?.scale, values.allSatisfy({ $0.type.digits != nil }) else { return nil }
        if values.count == 1 || name == "round" { return rounding(name, values, type) }
        let (left, right) = (values[0], values[1])
        switch name {
        case "*": return product(left, right, type)
        case "+", "-", "%", "div":
            let a = left.rescaled(to: .decimal(precision: 18, scale: scale)).values
            let b = right.rescaled(to: .decimal(precision: 18, scale: scale)).values
            return made(type) { Self.wholeOperation(name, type, a($0), b($0)) }
        default: return nil
        }
    }

    private static func wholeOperation(_ name: String, _ type: DataType, _ a: Vector, _ b: Vector) -> Vector {
        switch name {
        case "+":
            Vector.zipWhole(type, a, b) { a, b in
                let (sum, overflow) = a.addingReportingOverflow(b)
                return overflow ? nil : sum
            }
        case "-":
            Vector.zipWhole(type, a, b) { a, b in
                let (difference, overflow) = a.subtractingReportingOverflow(b)
                return overflow ? nil : difference
            }
        case "div":
            Vector.zipWhole(type, a, b) { a, b in
                guard b != 0 else { return nil }
                let (quotient, overflow) = a.dividedReportingOverflow(by: b)
                return overflow ? nil : quotient
            }
        default: Vector.zipWhole(type, a, b) { $1 == 0 ? nil : $1 == -1 ? 0 : $0 % $1 }
        }
    }

    /// The product has the scales of both together; what is beyond the type's scale is rounded off.
    private func product(_ left: CompiledExpression, _ right: CompiledExpression, _ type: DataType)
        -> CompiledExpression
    {
        let scale = left.type.scale + right.type.scale
        let excess = scale - type.scale
        let (a, b, divisor) = (left.values, right.values, powerOfTen(max(0, excess)))
        return made(type) { frame in
            Vector.zipWhole(type, a(frame), b(frame)) { a, b in
                Decimal64.multiplied(a, b).map { divisor == 1 ? $0 : Decimal64.rounded($0, by: divisor) }
            }
        }
    }

    /// Functions of one exact number; `round` may say the digits to keep.
    private func rounding(_ name: String, _ values: [CompiledExpression], _ type: DataType) -> CompiledExpression? {
        let scale = values[0].type.scale
        let target = type.scale
        switch name {
        case "negate": return values[0].map(type) { $0.mapWhole(type) { $0 == .min ? nil : -$0 } }
        case "abs": return values[0].map(type) { $0.mapWhole(type) { $0 == .min ? nil : abs($0) } }
        case "floor", "ceil", "trunc":
            let unit = powerOfTen(scale)
            let up = powerOfTen(target)
            return values[0].map(type) { vector in
                vector.mapWhole(type) { number in
                    let isDown = name == "floor" || name == "trunc" && number > 0
                    let whole = isDown ? floorDivide(number, unit) : -floorDivide(-number, unit)
                    return Decimal64.multiplied(whole, up)
                }
            }
        case "round": return rounded(values, scale, type)
        default: return nil
        }
    }

    private func rounded(_ values: [CompiledExpression], _ scale: Int, _ type: DataType) -> CompiledExpression {
        let target = type.scale
        let (number, kept) = (values[0].values, values.count > 1 ? values[1].values : nil)
        return made(type) { frame in
            let numbers = number(frame)
            let digits = kept?(frame)
            let places = digits?.wholes
            return Vector.whole(
                type,
                nulls: Vector.union(numbers.nulls, digits?.nulls),
                count: numbers.count
            ) { [wholes = numbers.wholes] row in
                let keep = Int(max(-18, min(18, places?[row] ?? 0)))
                guard keep < scale else { return Decimal64(wholes[row], scale: scale).scaled(to: target) }
                let unit = powerOfTen(min(18, scale - keep))
                return Decimal64.multiplied(Decimal64.rounded(wholes[row], by: unit), unit)
                    .flatMap { Decimal64($0, scale: scale).scaled(to: target) }
            }
        }
    }

    private func doubles(_ name: String, _ values: [CompiledExpression]) -> CompiledExpression? {
        let operands = values.map(\.values)
        return made(.double) { frame in
            let vectors = operands.map { $0(frame) }
            let nulls = vectors.reduce(nil) { Vector.union($0, $1.nulls) }
            let numbers = vectors.map(\.numbers)
            return Vector.doubles(nulls, count: numbers[0].count) { row in
                Self.double(name, numbers[0][row], numbers.count > 1 ? numbers[1][row] : nil)
            }
        }
    }

    private static func double(_ name: String, _ a: Double, _ b: Double?) -> Double? {
        switch (name, b) {
        case ("+", let b?): return a + b
        case ("-", let b?): return a - b
        case ("*", let b?): return a * b
        case ("/", let b?): return b == 0 ? nil : a / b
        case ("%", let b?): return b == 0 ? nil : a.truncatingRemainder(dividingBy: b)
        case ("negate", _): return -a
        case ("abs", _): return a.magnitude
        case ("floor", _): return a.rounded(.down)
        case ("ceil", _): return a.rounded(.up)
        case ("trunc", _): return a.rounded(.towardZero)
        case ("round", let digits):
            let unit = Double(powerOfTen(Int(max(0, min(15, digits ?? 0)))))
            return (a * unit).rounded(.toNearestOrAwayFromZero) / unit
        default: return nil
        }
    }

    /// A date and a number of days, or two dates.
    private func dayDifference(_ name: String, _ values: [CompiledExpression], _ type: DataType) -> CompiledExpression?
    {
        guard name == "+" || name == "-", values.count == 2 else { return nil }
        let (a, b) = (values[0].values, values[1].values)
        return made(type) { Self.wholeOperation(name, type, a($0), b($0)) }
    }
}
