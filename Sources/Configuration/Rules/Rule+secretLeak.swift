package import Reporting

extension Rule {
    package static let secretLeak = Rule(
        "EST8002",
        "secret-leak",
        summary: "A secret stands where it would be printed.",
        explanation: """
            Paths, names, expressions and settings of a pipeline are written to plans, logs and the state of runs. Secrets \
            are for the connections of a profile, which are never printed. A variable is taken for a secret by words in \
            its name, such as `KEY` or `TOKEN`, or by a password in its value.
            """,
        bad: "owner: ⟦${secret.TEAM}⟧",
        good: "owner: ${params.team}\nparams:\n  team: {type: choice, choices: [north, south], default: north}"
    )
}
