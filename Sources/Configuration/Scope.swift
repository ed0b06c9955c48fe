package import Expressions

/// A value that `${…}` can name.
package struct Binding: Hashable, Sendable {
    package let value: Value
    package let isSecret: Bool

    package init(_ value: Value, isSecret: Bool = false) {
        self.value = value
        self.isSecret = isSecret
    }
}

extension Binding: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { isSecret ? "•••" : "\(value)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: ["value": description]) }
}

/// The names that `${…}` can use and what they stand for.
package struct Scope: Sendable {
    /// By full name: `params.date`, `each.table`, `run.id`, `profile`, `project`, and also `env.X` or `secret.X`.
    package private(set) var bindings: [String: Binding]
    private let environment: @Sendable (String) -> String?
    private let secrets: @Sendable (String) -> String?
    /// False when linting without the environment: a missing variable is then no finding, and its `${…}` stays.
    package var requiresEnvironment: Bool
    /// False where a secret would end in a path, a statement or a plan, which people read.
    package var allowsSecrets = true
    /// Full names that are declared and have no value, as reported: their `${…}` stays. `params.*`: any parameter.
    package var unread: Set<String> = []

    package init(
        bindings: [String: Binding] = [:],
        requiresEnvironment: Bool = true,
        environment: @escaping @Sendable (String) -> String? = { _ in nil },
        secrets: @escaping @Sendable (String) -> String? = { _ in nil }
    ) {
        self.bindings = bindings
        self.requiresEnvironment = requiresEnvironment
        self.environment = environment
        self.secrets = secrets
    }

    package init(
        bindings: [String: Binding] = [:],
        requiresEnvironment: Bool = true,
        environment: [String: String],
        secrets: [String: String] = [:]
    ) {
        self.init(
            bindings: bindings,
            requiresEnvironment: requiresEnvironment,
            environment: { environment[$0] },
            secrets: { secrets[$0] }
        )
    }

    /// The same scope where no parameter is unknown, since not all are read.
    package var withAnyParameter: Scope {
        var scope = self
        scope.unread.insert("params.*")
        return scope
    }

    /// The same scope with more names; these win.
    package func adding(_ more: [String: Binding]) -> Scope {
        var scope = self
        scope.bindings.merge(more) { $1 }
        return scope
    }

    /// What a full name stands for.
    package subscript(name: String) -> Binding? {
        if let bound = bindings[name] { return bound }
        if name.hasPrefix("env.") {
            let variable = String(name.dropFirst("env.".count))
            return environment(variable).map {
                Binding(.string($0), isSecret: looksSecret(variable: variable, value: $0))
            }
        }
        guard name.hasPrefix("secret.") else { return nil }
        return secrets(String(name.dropFirst("secret.".count))).map { Binding(.string($0), isSecret: true) }
    }

    /// Sorted, for messages.
    package var knownNames: [String] { bindings.keys.sorted() }
}
