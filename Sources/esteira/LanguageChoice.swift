import Portuguese
import Reporting

/// The language of this process, and its command line without the words that chose it.
struct LanguageChoice {
    let language: Language
    let arguments: [String]

    /// `--lang` may stand anywhere; without it the locale decides.
    ///
    /// - Parameter arguments: without the program's name.
    init(_ arguments: [String], environment: [String: String]) throws {
        var language: Language?
        var others: [String] = []
        var rest = arguments[...]
        while let word = rest.popFirst() {
            if word == "--" {
                others.append(word)
                others += rest
                break
            } else if word == "--lang" {
                language = try Self.language(rest.popFirst() ?? "")
            } else if word.hasPrefix("--lang=") {
                language = try Self.language(String(word.dropFirst("--lang=".count)))
            } else {
                others.append(word)
            }
        }
        self.language = language ?? Self.language(of: environment)
        self.arguments = others
    }

    private static func language(_ code: String) throws -> Language {
        guard let language = [Language.english, portuguese].first(where: { $0.code.lowercased() == code.lowercased() })
        else { throw CannotStart("'--lang \(code)': messages are in 'en' and 'pt-BR'") }
        return language
    }

    /// POSIX: the first of the variables that is set and not empty.
    private static func language(of environment: [String: String]) -> Language {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.lowercased().hasPrefix("pt") == true ? portuguese : .english
    }
}

extension Language {
    /// What the person is spoken to in. Codes, names, keys and exit codes are the same in every language.
    @TaskLocal static var spoken = Language.english
}
