package import Reporting

extension Rule {
    package static let secretDefault = Rule(
        "EST8004",
        "secret-default",
        summary: "A secret has a default in the file.",
        explanation: """
            A default stands in the repository for everybody to read, and is used without a word where the secret is \
            missing. Set the secret in `.env` or in the environment.
            """,
        bad: "owner: ${secret.TEAM:-hunter2}\n",
        good: "owner: ${secret.TEAM}\n"
    )
}
