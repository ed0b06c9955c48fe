package import Reporting

extension Rule {
    package static let secretsInGit = Rule(
        "EST8007",
        "secrets-in-git",
        scope: .project,
        since: "0.2.0",
        summary: "Git tracks a file that holds secrets.",
        explanation: """
            Everybody with a copy of the repository has them, now and in all its history. Take the file out with \
            `git rm --cached`, name it in `.gitignore`, and make new passwords: the old ones are known.
            """,
        bad: """
            # file: .env.production
            ⟦⟧PGHOST=db.example.org
            """,
        good: """
            # file: .env.example
            PGHOST=
            """
    )
}

extension Check {
    static let secretsInGit = Check(.secretsInGit) { project, found in
        guard let tracked = project.trackedFiles else { return }
        for path in tracked.filter(holdsSecrets).sorted() {
            found.report(
                Diagnostic(
                    .secretsInGit,
                    "git tracks '\(path)'",
                    at: .startOf(path),
                    help: "run 'git rm --cached \(path)', and name it in .gitignore"
                )
            )
        }
    }
}

/// By its name: `.env` and its kin, and where other tools keep keys and passwords.
private func holdsSecrets(_ path: String) -> Bool {
    let name = path.lastPart(after: "/")
    if name == ".env" { return true }
    if name.hasPrefix(".env.") {
        return !["example", "sample", "template", "dist", "defaults"].contains(name.dropFirst(5))
    }
    return [".pgpass", ".netrc", "id_rsa", "id_ecdsa", "id_ed25519"].contains(name) || name.hasSuffix(".p12")
}
