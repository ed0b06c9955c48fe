import Expressions
import Reporting

extension RecordReader {
    func readScalar(_ node: Node, shape: Shape, in context: Context, found: inout Diagnostics) -> Reading {
        guard let scalar = node.scalar else {
            reportShape(node, shape.phrase, in: context, help: nil, found: &found)
            return .wrong
        }
        guard let read = scope.read(scalar, holes: shape.holes, found: &found) else { return .wrong }
        if read.isUnresolved, !shape.isTextual { return .wrong }
        return interpret(read, as: shape, in: context, found: &found)
    }

    /// The values of a scalar that is one `${…}` naming a list; nil when it names something else.
    func listVariable(_ scalar: Scalar) -> [ReadScalar]? {
        var unreported = Diagnostics()
        guard let read = scope.read(scalar, found: &unreported), let whole = read.whole,
            case .list(let values) = whole.value
        else { return nil }
        return values.map { value in
            ReadScalar(
                text: Text(value.text, isSecret: read.text.isSecret, places: TextPlaces(span: read.text.span)),
                scalar: scalar,
                whole: ReadScalar.Whole(name: whole.name, value: value)
            )
        }
    }

    func interpret(_ read: ReadScalar, as shape: Shape, in context: Context, found: inout Diagnostics) -> Reading {
        let item: Item? =
            switch shape {
            case .string, .template, .name, .column, .expression: readText(read, as: shape, in: context, found: &found)
            case .choice(let names): readChoice(read, of: names, in: context, found: &found)
            case .integer(let range): readInteger(read, in: range, context, found: &found)
            case .number(let range): readNumber(read, in: range, context, found: &found)
            case .boolean: readBoolean(read, in: context, found: &found)
            case .duration: readDuration(read, in: context, found: &found)
            case .size: readSize(read, in: context, found: &found)
            case .share: readShare(read, in: context, found: &found)
            default: preconditionFailure("\(shape) is not a scalar's shape")
            }
        return Reading(item: item, isComplete: item != nil)
    }

    // MARK: Text

    private func readText(_ read: ReadScalar, as shape: Shape, in context: Context, found: inout Diagnostics) -> Item? {
        if read.core == .null, read.text.string.isEmpty || !shape.isExpression {
            reportMisfit(
                read,
                as: shape,
                in: context,
                help: read.text.string.isEmpty ? "give it a value, or remove the key" : "quote it: '\(read.text)'",
                fix: read.respelled("'\(read.text)'", .unsafe),
                found: &found
            )
            return nil
        }
        if case .name = shape, !isName(read.text.string), !read.isUnresolved {
            found.report(.invalidName(read.text))
            return nil
        }
        if case .list? = read.whole?.value {
            reportMisfit(read, as: shape, in: context, found: &found)
            return nil
        }
        if !shape.isExpression { warnOfAmbiguity(read, found: &found) }
        return .text(read.text)
    }

    private func readChoice(_ read: ReadScalar, of names: [String], in context: Context, found: inout Diagnostics)
        -> Item?
    {
        if names.contains(read.text.string) || read.isUnresolved { return .text(read.text) }
        guard read.core != .null else {
            reportMisfit(read, as: .choice(names), in: context, found: &found)
            return nil
        }
        let closest = read.text.isSecret ? nil : closestName(to: read.text.string, among: names)
        found.report(
            Diagnostic(
                .invalidChoice,
                "\(context.quoted) cannot be '\(shortened("\(read.text)"))'",
                at: read.text.span,
                help: closest.map { "did you mean '\($0)'?" } ?? "use \(listed(names, joinedBy: .or))",
                fix: closest.flatMap { read.text.fix(respelling: $0) }
            )
        )
        return nil
    }

    // MARK: Numbers and booleans

    private func readInteger(
        _ read: ReadScalar,
        in range: ClosedRange<Int>,
        _ context: Context,
        found: inout Diagnostics
    ) -> Item? {
        guard case .integer(let value) = read.core else {
            let meant = meantInteger(read)
            let help: Message? = meant.map { $0 == read.text.string ? "remove the quotes" : "write \($0)" }
            reportMisfit(
                read, as: .integer(range), in: context, help: help, fix: meant.flatMap { read.respelled($0, .safe) },
                found: &found)
            return nil
        }
        guard range.contains(value) else {
            let limits = limits(
                from: range.lowerBound == .min ? nil : "\(range.lowerBound)",
                to: range.upperBound == .max ? nil : "\(range.upperBound)"
            )
            reportRange(read, limits, in: context, found: &found)
            return nil
        }
        if read.isLiteral, let trap = YAMLTrap(read.text.string), trap == .octal {
            found.report(
                Diagnostic(
                    .yamlAmbiguousScalar,
                    "'\(read.text)' is read as \(value); other YAML readers take it for an octal number",
                    at: read.text.span,
                    help: "write \(value)",
                    fix: read.respelled("\(value)", .safe)
                )
            )
        }
        return .integer(Located(value, at: read.text.span))
    }

    /// `1e3` as `1000`, `'5'` as `5`, `1_000` as `1000`: the number that only the spelling hides.
    private func meantInteger(_ read: ReadScalar) -> String? {
        if case .number(let value) = read.core, let whole = Int(exactly: value), !read.text.isSecret {
            return "\(whole)"
        }
        let digits = read.text.string.filter { $0 != "_" && $0 != "," }
        guard read.isLiteral, case .integer = CoreValue(digits) else { return nil }
        return digits
    }

    private func readNumber(
        _ read: ReadScalar,
        in range: ClosedRange<Double>,
        _ context: Context,
        found: inout Diagnostics
    ) -> Item? {
        let value: Double
        switch read.core {
        case .integer(let whole): value = Double(whole)
        case .number(let number): value = number
        default:
            let isQuoted = read.isLiteral && (Double(read.text.string) != nil)
            reportMisfit(
                read,
                as: .number(range),
                in: context,
                help: isQuoted ? "remove the quotes" : nil,
                fix: isQuoted ? read.respelled(read.text.string, .safe) : nil,
                found: &found
            )
            return nil
        }
        guard range.contains(value) else {
            let limits = limits(
                from: range.lowerBound <= -Double.greatestFiniteMagnitude ? nil : spelledBound(range.lowerBound),
                to: range.upperBound >= Double.greatestFiniteMagnitude ? nil : spelledBound(range.upperBound)
            )
            reportRange(read, limits, in: context, found: &found)
            return nil
        }
        return .number(Located(value, at: read.text.span))
    }

    private func readBoolean(_ read: ReadScalar, in context: Context, found: inout Diagnostics) -> Item? {
        if case .boolean(let value) = read.core { return .boolean(Located(value, at: read.text.span)) }
        let meant: Bool? =
            switch read.text.string.lowercased() {
            case _ where read.text.isSecret: nil
            case "yes", "on", "y", "true", "1": true
            case "no", "off", "n", "false", "0": false
            default: nil
            }
        let isWord = read.text.string.utf8.count > 1
        reportMisfit(
            read, as: .boolean, in: context, help: meant.map { "write \($0)" },
            fix: meant.flatMap { read.respelled("\($0)", isWord ? .safe : .unsafe) }, found: &found)
        return nil
    }

    // MARK: Measures

    private func readDuration(_ read: ReadScalar, in context: Context, found: inout Diagnostics) -> Item? {
        if let value = Duration(parsing: read.text.string) { return .duration(Located(value, at: read.text.span)) }
        if case .integer(let count) = read.core, read.isLiteral {
            reportMeasure(
                read,
                as: .duration,
                in: context,
                meaning: nil,
                help: "say the unit: \(count)s, \(count)m or \(count)h",
                found: &found
            )
        } else {
            let meant = read.text.isSecret ? nil : respelledDuration(read.text.string)
            reportMeasure(read, as: .duration, in: context, meaning: meant, found: &found)
        }
        return nil
    }

    private func readSize(_ read: ReadScalar, in context: Context, found: inout Diagnostics) -> Item? {
        if let value = byteCount(read.text.string) { return .size(Located(value, at: read.text.span)) }
        let meant = read.text.isSecret ? nil : respelledSize(read.text.string)
        reportMeasure(read, as: .size, in: context, meaning: meant, found: &found)
        return nil
    }

    private func readShare(_ read: ReadScalar, in context: Context, found: inout Diagnostics) -> Item? {
        let string = read.text.string
        let value: Double? =
            if string.hasSuffix("%") {
                percentage(string)
            } else {
                switch read.core {
                case .integer(let whole): Double(whole)
                case .number(let number): number
                default: nil
                }
            }
        guard let value, value.isFinite else {
            reportMisfit(read, as: .share, in: context, found: &found)
            return nil
        }
        guard (0...1).contains(value) else {
            // 95 is a percentage without its sign; 1.5 is more likely a slip.
            let meant =
                !string.hasSuffix("%") && value <= 100 && !read.text.isSecret && value > 0 && Int(exactly: value) != nil
            reportRange(read, "between 0% and 100%", in: context, help: meant ? "write \(string)%" : nil, found: &found)
            return nil
        }
        return .share(Located(value, at: read.text.span))
    }

    /// Without a fraction where there is none.
    private func spelledBound(_ bound: Double) -> String { Int(exactly: bound).map { "\($0)" } ?? "\(bound)" }

    private func limits(from lower: String?, to upper: String?) -> Message {
        switch (lower, upper) {
        case (let lower?, let upper?) where lower == upper: Message(lower)
        case (let lower?, let upper?): "between \(lower) and \(upper)"
        case (let lower?, nil): "at least \(lower)"
        case (nil, let upper?): "at most \(upper)"
        case (nil, nil): "a finite number"
        }
    }
}

extension Shape {
    fileprivate var isExpression: Bool {
        if case .expression = self { true } else { false }
    }
}

/// Letters, digits and `_`, not starting with a digit, at most 63 bytes: what every engine and warehouse takes.
package func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 63, !(0x30...0x39).contains(first) else { return false }
    return text.unicodeScalars.allSatisfy {
        $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType == .decimal
    }
}

/// `0.1%` as 0.001: divided, as decimal text would be, and not multiplied by 0.01. Nil for other texts.
func percentage(_ text: String) -> Double? {
    guard text.hasSuffix("%") else { return nil }
    return Double(text.dropLast()).map { $0 / 100 }
}
