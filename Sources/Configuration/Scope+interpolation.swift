import Expressions
import Reporting

extension Scope {
    /// The scalar with its `${…}` replaced; `holes` are names that stay for later. Nil when a name has no value, as
    /// reported.
    func read(_ scalar: Scalar, holes: [String] = [], found: inout Diagnostics) -> ReadScalar? {
        guard scalar.text.utf8.contains(UInt8(ascii: "$")) else {
            return ReadScalar(text: Text(scalar.text, places: scalar.places), scalar: scalar)
        }
        let interpolation: Interpolation
        do throws(Interpolation.Problem) {
            interpolation = try Interpolation(scalar.text)
        } catch {
            let span = scalar.places.span(of: error.range, in: scalar.text)
            found.report(Diagnostic(.badInterpolation, error.message, at: span, help: error.help))
            return nil
        }
        var filling = Filling(scalar: scalar)
        var isFine = true
        var whole: ReadScalar.Whole?
        for part in interpolation.parts {
            switch part {
            case .literal(let range): filling.copy(range)
            case .dollar(let range): filling.replace(range, with: "$")
            case .reference(let reference, let range):
                let span = scalar.places.span(of: range, in: scalar.text)
                switch resolve(reference, at: span, holes: holes, found: &found) {
                case nil: isFine = false
                case .hole: filling.keep(range, as: reference.name)
                case .unresolved: filling.keepUnresolved(range)
                case .value(let binding):
                    filling.replace(range, with: binding.value.text, isSecret: binding.isSecret)
                    whole = ReadScalar.Whole(name: reference.name, value: binding.value)
                }
            }
        }
        guard isFine else { return nil }
        return ReadScalar(
            text: filling.text,
            scalar: scalar,
            whole: interpolation.whole == nil ? nil : whole,
            isUnresolved: filling.isUnresolved
        )
    }

    private enum Resolution {
        case value(Binding)
        case hole
        case unresolved
    }

    private func resolve(
        _ reference: Interpolation.Reference,
        at span: Span,
        holes: [String],
        found: inout Diagnostics
    ) -> Resolution? {
        let name = reference.name
        if holes.contains(name) { return .hole }
        if !allowsSecrets, name.hasPrefix("secret.") || self[name]?.isSecret == true {
            reportLeak(of: name, at: span, found: &found)
            return nil
        }
        if name.hasPrefix("secret."), reference.fallback != nil {
            found.report(
                Diagnostic(
                    .secretDefault,
                    "secret '\(name.dropFirst(7))' has a default in the file",
                    at: span,
                    help: "remove ':-…' and set the secret outside the project",
                    fix: Fix(.unsafe, "remove the default", [TextEdit(span, "${\(name)}")])
                )
            )
            return nil
        }
        let bound = self[name]
        if let fallback = reference.fallback,
            bound.map({ $0.value == .null || $0.value == .string("") }) ?? name.isOutside
        {
            return .value(Binding(.string(fallback)))
        }
        guard let bound else { return readMissing(reference, at: span, holes: holes, found: &found) }
        guard bound.value != .null else {
            found.report(
                Diagnostic(.variableType, "'\(name)' has no value", at: span, help: "give it a default or a value")
            )
            return nil
        }
        guard let format = reference.format else { return .value(bound) }
        return formatted(bound, name: name, format: format, at: span, found: &found)
    }

    private func reportLeak(of name: String, at span: Span, found: inout Diagnostics) {
        let isDeclared = name.hasPrefix("secret.")
        found.report(
            Diagnostic(
                .secretLeak,
                isDeclared
                    ? "'\(name)' is a secret, and would show in plans and logs here"
                    : "'\(name)' looks like a secret, and would show in plans and logs here",
                at: span,
                help: isDeclared
                    ? "secrets belong in 'connections:' of esteira.yaml"
                    : "keep secrets in 'connections:' of esteira.yaml; give a variable that is none another name"
            )
        )
    }

    private func formatted(
        _ binding: Binding,
        name: String,
        format: String,
        at span: Span,
        found: inout Diagnostics
    ) -> Resolution? {
        do throws(UnknownDirective) {
            if let text = try formattedDate(binding.value, format) {
                return .value(Binding(.string(text), isSecret: binding.isSecret))
            }
            found.report(
                Diagnostic(
                    .variableType,
                    "'\(name)' is \(binding.value.phrase), and only dates and timestamps have a format",
                    at: span,
                    help: "remove ':\(format)'; a default is written ':-\(format)'"
                )
            )
        } catch {
            found.report(
                Diagnostic(
                    .badPattern,
                    "'\(error.text)' is not a part of a date",
                    at: span,
                    help: "use %Y %m %d %H %M %S %j %y %b, and '%%' for a '%'"
                )
            )
        }
        return nil
    }

    /// Reports a name without a value.
    private func readMissing(
        _ reference: Interpolation.Reference, at span: Span, holes: [String], found: inout Diagnostics
    ) -> Resolution? {
        let name = reference.name
        if unread.contains(name) || name.hasPrefix("params.") && unread.contains("params.*") { return .unresolved }
        if name.isOutside {
            guard requiresEnvironment else { return .unresolved }
            let variable = name.split(separator: ".", maxSplits: 1).last.map(String.init) ?? name
            let isSecret = name.hasPrefix("secret.")
            found.report(
                Diagnostic(
                    .secretUnset,
                    isSecret ? "secret '\(variable)' is not set" : "environment variable '\(variable)' is not set",
                    at: span,
                    help: isSecret
                        ? "set it in .env or export it"
                        : "set it in .env or export it, or give a default: ${\(name):-value}"
                )
            )
            return nil
        }
        if name == "run" || name.hasPrefix("run.") {
            found.report(
                Diagnostic(
                    .undefinedVariable,
                    "'\(name)' is known only while a run goes on",
                    at: span,
                    help: "use it in an expression without '${}', or a parameter"
                )
            )
            return nil
        }
        let known = knownNames + holes
        let closest = known.first { $0.hasSuffix(".\(name)") } ?? closestName(to: name, among: known)
        let list: Message = "known here: \((known + ["env.*", "secret.*"]).joined(separator: ", "))"
        found.report(
            Diagnostic(
                .undefinedVariable,
                "no variable '\(name)'",
                at: span,
                help: closest.map { "did you mean '\($0)'? \(list)" } ?? list,
                fix: closest.flatMap { reference.renamingFix(to: $0, at: span) }
            )
        )
        return nil
    }
}

extension Interpolation.Reference {
    /// As it is written: `${params.date:%Y}`.
    private var written: String { "${\(name)\(fallback.led(by: ":-"))\(format.led(by: ":"))}" }

    /// Names another variable; nil where it is not known where the name stands.
    fileprivate func renamingFix(to other: String, at span: Span) -> Fix? {
        guard span.end.offset - span.start.offset == written.utf8.count else { return nil }
        let start = span.start.offset + 2
        let edit = TextEdit(file: span.file, range: start..<start + name.utf8.count, replacement: other)
        return Fix(.unsafe, "replace '\(name)' by '\(other)'", [edit])
    }
}

extension String {
    /// Whether a full name is looked up outside the project.
    fileprivate var isOutside: Bool { hasPrefix("env.") || hasPrefix("secret.") }
}

/// The text that grows while parts are copied and replaced.
private struct Filling {
    let scalar: Scalar
    let source: [UInt8]
    var bytes: [UInt8] = []
    var pieces: [TextPlaces.Piece] = []
    var holes: [Text.Hole] = []
    var isSecret = false
    var isUnresolved = false

    init(scalar: Scalar) {
        self.scalar = scalar
        source = Array(scalar.text.utf8)
    }

    var text: Text {
        let places = TextPlaces(span: scalar.places.span, pieces: scalar.places.pieces.isEmpty ? [] : pieces)
        return Text(String(decoding: bytes, as: UTF8.self), isSecret: isSecret, holes: holes, places: places)
    }

    mutating func copy(_ range: Range<Int>) {
        pieces += scalar.places.pieces(of: range, in: scalar.text, movedTo: bytes.count)
        bytes += source[range]
    }

    mutating func replace(_ range: Range<Int>, with written: String, isSecret: Bool = false) {
        let span = scalar.places.span(of: range, in: scalar.text)
        pieces.append(TextPlaces.Piece(start: bytes.count, position: span.start, end: span.end))
        bytes += Array(written.utf8)
        if isSecret { self.isSecret = true }
    }

    mutating func keep(_ range: Range<Int>, as name: String) {
        holes.append(Text.Hole(name: name, range: bytes.count..<bytes.count + range.count))
        copy(range)
    }

    mutating func keepUnresolved(_ range: Range<Int>) {
        isUnresolved = true
        copy(range)
    }
}
