import ArgumentParser
import Reporting

/// Options of every command that reads a project.
struct ProjectOptions: ParsableArguments {
    @Option(name: .customLong("project"), help: "The project's folder. Default: this one or the nearest above it.")
    var folder: String?

    @Option(help: "The profile of esteira.yaml to run with.")
    var profile: String?

    @Option(
        name: [.customLong("param"), .customShort("p")],
        help: ArgumentHelp("Value of a parameter; may be repeated.", valueName: "name=value"))
    var params: [String] = []

    /// The same options again, as typed in a shell.
    var words: String {
        var words: [String] = []
        if let folder { words += ["--project", shellQuoted(folder)] }
        if let profile { words += ["--profile", shellQuoted(profile)] }
        for param in params { words += ["--param", shellQuoted(param)] }
        return words.map { " " + $0 }.joined()
    }

    private func shellQuoted(_ word: String) -> String {
        let isPlain = word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "=-_./:,+@%".contains($0)) }
        return isPlain && !word.isEmpty ? word : "'\(word.replacing("'", with: "'\\''"))'"
    }

    func values() throws -> [String: String] {
        var values: [String: String] = [:]
        for param in params {
            guard let equals = param.firstIndex(of: "=") else {
                throw CannotStart("'--param \(param)' is not NAME=VALUE")
            }
            values[String(param[..<equals])] = String(param[param.index(after: equals)...])
        }
        return values
    }
}
