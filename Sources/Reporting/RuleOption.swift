/// What a project may set of a rule: `lint: {rules: {EST3017: {min_mib: 16}}}`.
package struct RuleOption: Sendable {
    package let name: String
    /// Where nothing is set.
    package let standard: Setting
    /// What it is, to follow its name and value.
    package let meaning: Message

    package enum Setting: Hashable, Sendable {
        case number(Double)
        /// Empty is none.
        case text(String)
    }

    package init(_ name: String, _ standard: Setting, _ meaning: Message) {
        self.name = name
        self.standard = standard
        self.meaning = meaning
    }
}

extension RuleOption.Setting: CustomStringConvertible {
    /// As it is written in a file.
    package var description: String {
        switch self {
        case .number(let number): Int(exactly: number).map { "\($0)" } ?? "\(number)"
        case .text(let text): "'\(text)'"
        }
    }
}
