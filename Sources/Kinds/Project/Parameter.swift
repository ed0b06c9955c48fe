package import Configuration
package import Expressions
package import Reporting

/// A typed input of a pipeline.
package struct Parameter: Sendable {
    package var name: String
    package var type: Kind
    package var description: String?
    package var value: Value
    package var origin: Origin
    /// What says it: the entry of the profile, or else the parameter.
    package var source: Span
    /// How far its default is from the day of the run's start: 0 of `today`, -1 of `yesterday`; nil of anything else.
    package var daysFromToday: Int32?
    package var span: Span

    package enum Kind: String, Sendable, CaseIterable {
        case boolean, choice, date, int, list, number, string
    }

    package enum Origin: String, Sendable {
        case `default`, profile, given
    }

    static package let dayName = "date"

    /// Whether it is the day that a run processes, by which the pipeline's runs are told apart.
    package var isDay: Bool { name == Self.dayName && type == .date }

    /// Days since 1970-01-01 of a date.
    package var day: Int32? {
        if case .date(let day) = value { day } else { nil }
    }

    package var dataType: DataType {
        switch type {
        case .boolean: .boolean
        case .date: .date
        case .int: .bigint
        case .list: .list(.string)
        case .number: .double
        case .choice, .string: .string
        }
    }
}

extension Parameter {
    static let valueShape = Shape.either([.boolean, .string, .list(.string)])

    package static let spec = KindSpec("param", summary: "A typed input of a pipeline.", shorthand: "default") {
        Field("type", .choice(Kind.allCases.map(\.rawValue)), default: "string", doc: "Type of the value.")
        Field(
            "default", valueShape, example: "today",
            doc: "Value where none is given; a date may be `today` or `yesterday`.")
        Field(
            "choices", .list(.string), doc: "The values that `choice` allows, or that the items of a `list` may have.")
        Field("description", .string, doc: "What the parameter is for.")
    }

    /// - Parameters:
    ///   - given: what the person said on the command line, as text.
    ///   - profiles: what goes before the default.
    ///   - today: days since 1970-01-01 in the run's time zone.
    ///   - isScheduled: whether runs start by the clock, when nobody gives a value.
    init?(
        name: Text, _ record: Record, given: String?, profiles: ProfileValues, today: Int32, isScheduled: Bool,
        found: inout Diagnostics
    ) {
        let ofProfile = profiles.chosen[name.string]
        let fallback = record.item("default").flatMap { WrittenParameter($0) }
        let written = ofProfile ?? fallback
        self.name = name.string
        span = name.span
        description = record.text("description")?.string
        type = record.text("type").flatMap { Kind(rawValue: $0.string) } ?? .string
        origin = given != nil ? .given : ofProfile != nil ? .profile : .default
        source = given == nil ? ofProfile?.span ?? span : span
        daysFromToday = type == .date ? written?.text.flatMap { Self.relativeDays[$0] } : nil
        let choices = record.texts("choices").map(\.string)
        let expected = type.expectation(among: choices)
        let unread = profiles.others[name.string, default: []] + (ofProfile == nil ? [] : [fallback].compactMap(\.self))
        for other in unread where Self.value(other, of: type, choices: choices, today: today) == nil {
            found.report(.unfit(other.words, for: name, expected, at: other.span))
        }
        guard let text = given.map({ WrittenParameter(given: $0, at: name.span) }) ?? written else {
            found.report(isScheduled ? .requiredParameter(name) : .parameterWithoutValue(name))
            return nil
        }
        guard let value = Self.value(text, of: type, choices: choices, today: today) else {
            found.report(.unfit(text.words, for: name, expected, at: text.span))
            return nil
        }
        self.value = value
    }

    private static let relativeDays: [String: Int32] = ["today": 0, "yesterday": -1]

    private static func value(_ written: WrittenParameter, of type: Kind, choices: [String], today: Int32) -> Value? {
        if type == .list {
            guard let items = written.items, choices.isEmpty || items.allSatisfy(choices.contains) else { return nil }
            return .list(items.map(Value.string))
        }
        guard let text = written.text else { return nil }
        return switch (type, text) {
        case (.date, _): relativeDays[text].map { .date(today + $0) } ?? Value(parsing: text, as: .date)
        case (.boolean, _): Value(parsing: text, as: .boolean)
        case (.int, _): Value(parsing: text.replacing("_", with: ""), as: .bigint)
        case (.number, _): Value(parsing: text, as: .double)
        case (.choice, _): choices.contains(text) ? .string(text) : nil
        case (.string, _): .string(text)
        case (.list, _): nil  // taken above
        }
    }
}

extension Parameter.Kind {
    fileprivate func expectation(among choices: [String]) -> Message {
        switch self {
        case .boolean: "true or false"
        case .choice: "one of \(choices.joined(separator: ", "))"
        case .date: "a date such as 2026-01-31, today or yesterday"
        case .int: "a whole number"
        case .list: choices.isEmpty ? "a list such as orders,payments" : "a list of \(choices.joined(separator: ", "))"
        case .number: "a number"
        case .string: "text"
        }
    }
}

extension Diagnostic {
    fileprivate static func parameterWithoutValue(_ name: Text) -> Diagnostic {
        Diagnostic(
            .parameterValue, "parameter '\(name)' has no default and no value was given", at: name.span,
            help: "write a 'default:', or give a value with '--param \(name)=…' or under 'params:' of the profile")
    }

    /// A value that is no value of the parameter, wherever it is written.
    fileprivate static func unfit(_ text: String, for name: Text, _ expected: Message, at span: Span) -> Diagnostic {
        Diagnostic(
            .parameterValue, "parameter '\(name.string)' is '\(text)', which is not \(expected)", at: span,
            notes: span.file == name.span.file ? [] : [Note("it is declared here", at: name.span)])
    }

    fileprivate static func requiredParameter(_ name: Text) -> Diagnostic {
        Diagnostic(
            .requiredParamScheduled, "parameter '\(name)' has no default, and no value is given to a run by schedule",
            at: name.span,
            help: "write a 'default:', or give a value with '--param \(name)=…' or under 'params:' of the profile")
    }
}
