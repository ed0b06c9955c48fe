package import Reporting

extension Rule {
    package static let secretUnset = Rule(
        "EST8003",
        "secret-unset",
        summary: "An environment variable or secret has no value here.",
        explanation: """
            The project reads the name from the environment or from `.env`, and neither has it. Set it, or give a \
            default that is not secret: `${env.PGHOST:-localhost}`.
            """,
        unshown: "lint judges the files, and whether a variable is set depends on where they are run"
    )
}
