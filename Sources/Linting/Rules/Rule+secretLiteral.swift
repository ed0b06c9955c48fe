import Configuration
import Foundation
import Kinds
package import Reporting

extension Rule {
    package static let secretLiteral = Rule(
        "EST8001",
        "secret-literal",
        fix: .unsafe,
        since: "0.2.0",
        summary: "A password, a token or a private key stands in a file.",
        explanation: """
            Whoever can read the repository has it, now and in all its history. Make a new one, keep it in `.env` or in the \
            environment, and write `${secret.NAME}` where it is needed.
            """,
        bad: """
            # file: esteira.yaml
            project: shop
            profiles:
              local:
                lake: lake
                connections:
                  warehouse: {postgres: "postgresql://shop:⟦hunter2⟧@db.example.org/shop"}
            """,
        good: """
            # file: esteira.yaml
            project: shop
            profiles:
              local:
                lake: lake
                connections:
                  warehouse: {postgres: "${secret.WAREHOUSE_URL}"}
            """,
        hidesText: true
    )
}

extension Check {
    static let secretLiteral = Check(.secretLiteral) { project, found in
        // `.env` is where secrets belong.
        for source in project.files.sources where source.path != ".env" {
            let secrets = source.secrets
            for secret in secrets { reportSecret(secret, in: source, of: project, &found) }
            guard let tree = project.trees[source.path], !source.path.hasPrefix("schemas/") else { continue }
            var told = Set(secrets.map(\.range))
            func report(_ span: Span, _ message: Message) {
                let range = span.start.offset..<span.end.offset
                guard !told.contains(where: { range.lowerBound <= $0.lowerBound && $0.upperBound <= range.upperBound })
                else {
                    return
                }
                told.insert(range)
                found.report(
                    Diagnostic(.secretLiteral, message, at: span, help: "keep it in '.env' or in the environment"))
            }
            if source.path == ProjectFiles.projectFile {
                for (key, span) in project.clearStoreKeys {
                    report(span, "'\(key)' is a secret, and stands here in clear")
                }
            }
            tree["meta"]?.visitScalars { scalar, span, keys in
                guard let key = keys.last, isPassword(scalar.text, of: key) else { return }
                report(span, "'\(key)' looks like a secret")
            }
            var names = SecretNames()
            tree.visitScalars { scalar, span, keys in
                guard let key = keys.last, isRandom(scalar.text), keys.contains(where: { names.contains($0) }) else {
                    return
                }
                report(span, "'\(key)' looks like a secret")
            }
        }
    }
}

extension LintedProject {
    /// What the language itself takes for secrets of object stores, where it is written out.
    fileprivate var clearStoreKeys: [(key: String, span: Span)] {
        projectEntries(of: "profiles").flatMap { $0.value.entries(of: "s3") }.flatMap { store in
            (store.value.entries ?? []).compactMap { entry in
                guard ["secret_key", "session_token"].contains(entry.key), let text = entry.value.scalar?.text,
                    !text.isEmpty,
                    !text.contains("$")
                else { return nil }
                return (entry.key, entry.value.span)
            }
        }
    }
}

/// Whether a word stands behind a key that speaks of passwords.
private func isPassword(_ text: String, of key: String) -> Bool {
    let words = Set(key.lowercased().split { $0 == "_" || $0 == "-" }.map(String.init))
    return !words.isDisjoint(with: ["password", "passwd", "passphrase", "pwd"]) && !text.isEmpty && !isPlaceholder(text)
        && !text.contains { $0 == "$" || $0.isWhitespace }
}

private func reportSecret(
    _ secret: WrittenSecret,
    in source: SourceText,
    of project: LintedProject,
    _ found: inout Diagnostics
) {
    let connection = project.connectionURLs.first { url in
        url.node.span.file == source.path && url.node.span.start.offset <= secret.range.lowerBound
            && secret.range.upperBound <= url.node.span.end.offset
    }
    let variable = connection.map { "\($0.name.uppercased())_URL" }
    found.report(
        Diagnostic(
            .secretLiteral,
            secret.message,
            at: source.span(secret.range),
            help: variable.map { "set '\($0)' in '.env' and write \"${secret.\($0)}\" here" }
                ?? "make a new one, and keep it in '.env' or in the environment",
            fix: connection.flatMap { connection in
                variable.map {
                    Fix(
                        .unsafe,
                        "take the URL from '\($0)', which '.env' must set",
                        [TextEdit(connection.node.span, "\"${secret.\($0)}\"")]
                    )
                }
            }
        )
    )
}

/// Remembers which keys speak of secrets: a project has few keys, many times.
private struct SecretNames {
    private var known: [String: Bool] = [:]

    mutating func contains(_ key: String) -> Bool {
        if let isSecret = known[key] { return isSecret }
        let words = Set(key.lowercased().split { $0 == "_" || $0 == "-" }.map(String.init))
        let isSecret =
            !words.isDisjoint(with: [
                "password", "passwd", "passphrase", "secret", "token", "apikey", "credential", "credentials",
            ])
            || words.contains("key")
                && !words.isDisjoint(with: ["api", "access", "private", "signing", "encryption", "auth"])
        known[key] = isSecret
        return isSecret
    }
}

/// Whether a text looks drawn by lot: what people think of has words, blanks, or little variety.
private func isRandom(_ text: String) -> Bool {
    let bytes = text.utf8
    guard bytes.count >= 16, bytes.allSatisfy({ $0.isWordByte || "+/=-~".utf8.contains($0) }) else { return false }
    let digits = bytes.count { (0x30...0x39).contains($0) }
    let hasCapitals = bytes.contains { (0x41...0x5A).contains($0) }
    let hasLetters = bytes.contains { (0x61...0x7A).contains($0) }
    let isHexadecimal = bytes.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard digits >= 2, hasCapitals && hasLetters || isHexadecimal && hasLetters && bytes.count >= 20 else {
        return false
    }
    return entropy(of: bytes) >= (isHexadecimal ? 3 : 3.5)
}

/// Bits a character.
private func entropy(of bytes: String.UTF8View) -> Double {
    var counts: [UInt8: Double] = [:]
    for byte in bytes { counts[byte, default: 0] += 1 }
    let total = Double(bytes.count)
    return counts.values.reduce(0) { $0 - $1 / total * log2($1 / total) }
}

extension Node {
    /// Every scalar with its place and the keys it stands behind: its own and that of the mapping around it.
    fileprivate func visitScalars(behind keys: [String] = [], _ visit: (Scalar, Span, [String]) -> Void) {
        switch content {
        case .scalar(let scalar): visit(scalar, span, keys)
        case .sequence(let items): for item in items { item.visitScalars(behind: keys, visit) }
        case .mapping(let entries):
            for entry in entries { entry.value.visitScalars(behind: keys.suffix(1) + [entry.key], visit) }
        }
    }
}
