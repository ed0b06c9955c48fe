/// Whether an environment variable holds what must not be shown: by its name, or as a URL with a password.
package func looksSecret(variable: String, value: String) -> Bool {
    // The shell's current and former folder.
    if variable == "PWD" || variable == "OLDPWD" { return false }
    let words = variable.uppercased().split(separator: "_")
    if words.contains(where: secretWords.contains) { return true }
    if let last = words.last, secretEndings.contains(where: last.hasSuffix) { return true }
    return variable.uppercased() == "DATABASE_URL" || hasCredentials(url: value)
}

private let secretWords: Set<Substring> = [
    "PASSWORD", "PASSWD", "PASSPHRASE", "PASS", "PWD", "SECRET", "SECRETS", "TOKEN", "KEY", "APIKEY", "CREDENTIAL",
    "CREDENTIALS", "DSN",
]

private let secretEndings = ["PASSWORD", "SECRET", "TOKEN", "APIKEY"]

/// `scheme://user:password@host`, or a password as a parameter.
private func hasCredentials(url: String) -> Bool {
    if url.contains("password=") { return true }
    guard let scheme = url.firstRange(of: "://") else { return false }
    let authority = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" }
    guard let at = authority.lastIndex(of: "@") else { return false }
    return authority[..<at].contains(":")
}
