import Foundation
package import Reporting

/// What of a plan is shown, and on how wide a screen.
package struct PlanView: Sendable {
    /// A width of `Int.max` is unbounded.
    package var style: TextStyle
    /// Methods of estimates, SQL of table changes, every unknown.
    package var isVerbose = false
    /// Nothing is folded.
    package var showsAll = false
    package var showsSQL = false
    package var only: Part?
    /// Leaves out what differs from day to day and from machine to machine: id, estimate and next runs.
    package var isReproducible = false

    package enum Part: String, Sendable, CaseIterable {
        case changed, effects, destructive, findings
    }

    /// What the text speaks; marks, names, modes and SQL are the same in every language.
    package var language = Language.english {
        didSet { phrases = PhraseBook(language) }
    }
    private var phrases: PhraseBook?

    package init(style: TextStyle = TextStyle()) { self.style = style }

    /// In the view's language.
    func say(_ message: Message) -> String { marked(language.text(message)) }

    /// A text of the plan, which is English, in the view's language.
    func tell(_ english: String) -> String { phrases?.text(english) ?? english }  // no phrases: the view is English too

    /// Lines that the default view may take.
    static let budget = 60

    /// Marks outside ASCII by what stands for them there, letters of other languages than English by those without accents.
    func marked(_ text: String) -> String {
        guard style.isASCII else { return text }
        let plain =
            language.code == Language.english.code ? text : text.folding(options: .diacriticInsensitive, locale: nil)
        let known = Self.asciiMarks.reduce(plain) { $0.replacing($1.key, with: $1.value) }
        return printable(known, isASCII: true)
    }

    private static let asciiMarks = [
        "≈": "~", "→": "->", "←": "<-", "…": "...", "–": "-", "×": "x", "├": "|-", "└": "`-", "│": "|", "─": "-",
        "·": "*",
    ]
}

extension PlanDocument.Quantity {
    /// `= 200,000` exact, `≈ 200,000` estimated, `?` unknown.
    var text: String {
        guard let value else { return "?" }
        return "\(kind == .exact ? "=" : "≈") \(value.grouped)"
    }

    /// `≈ 38 MiB`; empty where unknown.
    var sizeText: String {
        guard let value else { return "" }
        return "\(kind == .exact ? "=" : "≈") \(sizeInWords(value))"
    }
}

/// `41 s`, `2 min 05 s`.
func timeInWords(milliseconds: Int) -> String {
    if milliseconds < 10_000 { return "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s" }
    let seconds = (milliseconds + 500) / 1000
    if seconds < 120 { return "\(seconds) s" }
    let rest = seconds % 60
    return seconds < 7200
        ? "\(seconds / 60) min \(rest < 10 ? "0" : "")\(rest) s" : "\(seconds / 3600) h \(seconds % 3600 / 60) min"
}
