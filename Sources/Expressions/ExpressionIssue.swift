package import Reporting

/// Something wrong with one expression; the caller knows where in a file the expression stands.
package struct ExpressionIssue: Error, Hashable, Sendable {
    package var rule: Rule
    package var message: Message
    /// UTF-8 offsets in the expression's text.
    package var range: Range<Int>
    package var help: Message?
    package var repair: Repair?

    /// A change of the expression's text that does what the help says.
    package struct Repair: Hashable, Sendable {
        package var applicability: Fix.Applicability
        package var title: Message
        /// UTF-8 offsets in the expression's text.
        package var range: Range<Int>
        package var replacement: String
    }

    /// The nearest name in place of one that does not exist; nil where none is near, or where it needs quotes.
    static func respelling(_ name: String, at range: Range<Int>, among candidates: [String], meaning: String? = nil)
        -> Repair?
    {
        guard let closest = meaning ?? closestName(to: name, among: candidates),
            closest.utf8.allSatisfy({ $0 < 128 && Character(Unicode.Scalar($0)).isNameCharacter })
        else { return nil }
        return Repair(
            applicability: .unsafe, title: "replace '\(name)' by '\(closest)'", range: range, replacement: closest)
    }

    package init(
        _ rule: Rule, _ message: Message, at range: Range<Int>, help: Message? = nil, repair: Repair? = nil
    ) {
        self.rule = rule
        self.message = message
        self.range = range
        self.help = help
        self.repair = repair
    }
}

extension Character {
    fileprivate var isNameCharacter: Bool { isLetter || isNumber || self == "_" || self == "." }
}
