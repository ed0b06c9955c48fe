import Engines

/// Texts in which a regular expression is found, for the patterns that people write for codes and addresses: letters,
/// classes, groups, choices and repetitions.
struct PatternSample: Hashable, Sendable {
    private indirect enum Part: Hashable, Sendable {
        case text(String)
        case oneOf([Character])
        case choice([[Part]])
    }

    private let parts: [Part]

    /// Nil where the pattern has something else.
    init?(_ pattern: String) {
        var rest = Substring(pattern)
        guard let choices = Self.choices(&rest), rest.isEmpty else { return nil }
        parts = choices.count == 1 ? choices[0] : [.choice(choices)]
    }

    /// - Parameter draw: answers a number from 0 below its second argument; the first counts the choices.
    func sql(draw: (Int, Int) -> SQL) -> SQL {
        var count = 0
        return Self.sql(parts, &count, draw)
    }

    private static func sql(_ parts: [Part], _ count: inout Int, _ draw: (Int, Int) -> SQL) -> SQL {
        var pieces: [SQL] = []
        for part in parts {
            switch part {
            case .text(let text): pieces.append("\(literal: text)")
            case .oneOf(let letters):
                count += 1
                pieces.append(
                    "substr(\(literal: String(letters)), 1 + CAST(\(draw(count, letters.count)) AS INTEGER), 1)"
                )
            case .choice(let choices):
                count += 1
                let number = draw(count, choices.count)
                var texts: [SQL] = []
                for choice in choices { texts.append(sql(choice, &count, draw)) }
                pieces.append("[\(texts.joined(separator: ", "))][1 + \(number)]")
            }
        }
        return pieces.isEmpty ? "''" : "(\(pieces.joined(separator: " || ")))"
    }

    // MARK: Reading

    private static func choices(_ rest: inout Substring) -> [[Part]]? {
        var choices: [[Part]] = [[]]
        while let first = rest.first, first != ")" {
            if first == "|" {
                rest.removeFirst()
                choices.append([])
                continue
            }
            guard let part = part(&rest), let times = repetition(&rest) else { return nil }
            choices[choices.count - 1] += (0..<times).flatMap { _ in part }
        }
        return choices
    }

    private static func part(_ rest: inout Substring) -> [Part]? {
        let first = rest.removeFirst()
        switch first {
        case "^", "$": return []
        case ".": return [.oneOf(letters("a", "z"))]
        case "\\": return rest.popFirst().flatMap(meaning)
        case "[": return characterClass(&rest).map { [.oneOf($0)] }
        case "(":
            for prefix in ["?:", "?i)"] where rest.hasPrefix(prefix) {
                rest.removeFirst(prefix.count)
                if prefix == "?i)" { return [] }
            }
            guard !rest.hasPrefix("?"), let choices = choices(&rest), rest.popFirst() == ")" else { return nil }
            return [.choice(choices)]
        case "*", "+", "?", "{": return nil
        default: return [.text(String(first))]
        }
    }

    private static func meaning(ofEscaped letter: Character) -> [Part]? {
        switch letter {
        case "d": [.oneOf(letters("0", "9"))]
        case "w": [.oneOf(letters("a", "z") + letters("0", "9"))]
        case "s": [.text(" ")]
        case "A", "z", "b": []
        default: letter.isLetter || letter.isNumber ? nil : [.text(String(letter))]
        }
    }

    /// After `[`, to the `]`. Of what a class leaves out, any other letter or digit will do.
    private static func characterClass(_ rest: inout Substring) -> [Character]? {
        var found: [Character] = []
        let isNegated = rest.first == "^"
        if isNegated { rest.removeFirst() }
        while let letter = rest.popFirst(), letter != "]" || found.isEmpty {
            if letter == "\\", let next = rest.popFirst() {
                guard let parts = meaning(ofEscaped: next) else { return nil }
                for case .oneOf(let letters) in parts { found += letters }
                for case .text(let text) in parts { found += Array(text) }
            } else if rest.first == "-", let end = rest.dropFirst().first, end != "]" {
                rest.removeFirst(2)
                found += letters(letter, end)
            } else if letter == "[" {
                return nil
            } else {
                found.append(letter)
            }
            if rest.first == "]" {
                rest.removeFirst()
                let others = (letters("a", "z") + letters("0", "9")).filter { !found.contains($0) }
                let members = isNegated ? others : found
                return members.isEmpty ? nil : members
            }
        }
        return nil
    }

    private static func letters(_ first: Character, _ last: Character) -> [Character] {
        guard let low = first.unicodeScalars.first?.value, let high = last.unicodeScalars.first?.value, low <= high,
            high - low < 200
        else { return [first] }
        return (low...high).compactMap { Unicode.Scalar($0).map(Character.init) }
    }

    /// How often a part comes: the fewest, but three where there is no other end, and once where it may be left out.
    private static func repetition(_ rest: inout Substring) -> Int? {
        guard let first = rest.first else { return 1 }
        switch first {
        case "*", "+", "?":
            rest.removeFirst()
            if rest.first == "?" { rest.removeFirst() }
            return first == "?" ? 1 : 3
        case "{":
            guard let end = rest.firstIndex(of: "}") else { return nil }
            let numbers = rest[rest.index(after: rest.startIndex)..<end].split(separator: ",").map { Int($0) }
            rest = rest[rest.index(after: end)...]
            guard let fewest = numbers.first.flatMap(\.self), fewest <= 64 else { return nil }
            return max(fewest, numbers.count == 2 && numbers[1] == 0 ? 0 : 1)
        default: return 1
        }
    }
}
