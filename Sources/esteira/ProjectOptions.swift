import ArgumentParser

/// Options of every command that reads a project.
struct ProjectOptions: ParsableArguments {
    @Option(name: .customLong("project"), help: "The project's folder. Default: this one or the nearest above it.")
    var folder: String?

    @Option(help: "The profile of esteira.yaml to run with.")
    var profile: String?

    @Option(name: [.customLong("param"), .customShort("p")], help: ArgumentHelp("Value of a parameter; may be repeated.", valueName: "name=value"))
    var params: [String] = []

    func values() throws -> [String: String] {
        var values: [String: String] = [:]
        for param in params {
            guard let equals = param.firstIndex(of: "=") else {
                throw ValidationError("'\(param)' is not NAME=VALUE.")
            }
            values[String(param[..<equals])] = String(param[param.index(after: equals)...])
        }
        return values
    }
}
