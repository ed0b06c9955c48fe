package import Reporting

extension Rule {
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
}
