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
        bad: "owner: ${env.TEAM_THAT_IS_NOT_SET}\n",
        good: "owner: ${env.TEAM_THAT_IS_NOT_SET:-data}\n"
    )
}
