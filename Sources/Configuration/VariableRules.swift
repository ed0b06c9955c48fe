package import Reporting

extension Rule {
    package static let badPattern = Rule(
        "EST1017",
        "bad-pattern",
        summary: "A regular expression, file pattern or date format is not well-formed.",
        explanation: """
            The pattern could not be read, so it would match nothing or fail while running. The message names the part \
            that is wrong.
            """,
        bad: "path: out/${params.date:%Q}.csv\n",
        good: "path: out/${params.date:%Y-%m-%d}.csv\n"
    )

    package static let undefinedVariable = Rule(
        "EST1018",
        "undefined-variable",
        summary: "'${…}' names something that is not known here.",
        explanation: """
            Known are the parameters of the pipeline (`params.`), the environment (`env.`), secrets (`secret.`), \
            `profile`, `project`, and `each.` inside a `for_each`. A `$` that is meant literally is written `$$`.
            """,
        bad: "owner: ${param.team}\n",
        good: "owner: ${params.team}\n"
    )

    package static let variableType = Rule(
        "EST1019",
        "variable-type",
        summary: "A variable has not the type of the field it fills.",
        explanation: """
            A field that is nothing but `${…}` keeps the type of the variable, so that a number stays a number. \
            Declare the parameter with the type that the field wants.
            """,
        bad: "attempts: ${params.team}\n",
        good: "attempts: ${params.attempts}\n"
    )

    package static let badInterpolation = Rule(
        "EST1022",
        "bad-interpolation",
        summary: "A '${' is not followed by a name and a '}'.",
        explanation: """
            `${name}` is replaced by a value, `${name:-text}` has a default, and `${name:%Y}` a date format. A `$` \
            that is meant literally before a brace is written `$$`.
            """,
        bad: "owner: ${params.team\n",
        good: "owner: ${params.team}\n"
    )

    package static let secretLeak = Rule(
        "EST8002",
        "secret-leak",
        summary: "A secret stands where it would be printed.",
        explanation: """
            Paths, names, expressions and settings of a pipeline are written to plans, logs and the state of runs. Secrets \
            are for the connections of a profile, which are never printed. A variable is taken for a secret by words in \
            its name, such as `KEY` or `TOKEN`, or by a password in its value.
            """,
        bad: "owner: ${secret.TEAM}\n",
        good: "owner: ${params.team}\n"
    )

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
