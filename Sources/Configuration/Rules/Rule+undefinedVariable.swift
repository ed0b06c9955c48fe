package import Reporting

extension Rule {
    package static let undefinedVariable = Rule(
        "EST1018",
        "undefined-variable",
        fix: .unsafe,
        summary: "'${…}' names something that is not known here.",
        explanation: """
            Known are the parameters of the pipeline (`params.`), the environment (`env.`), secrets (`secret.`), \
            `profile`, `project`, and `each.` inside a `for_each`. A `$` that is meant literally is written `$$`.
            """,
        bad: """
            params: {date: {type: date, default: today}}
            sources:
              orders: {csv: "include/⟦${param.date}⟧.csv", schema: orders}
            """,
        good: """
            params: {date: {type: date, default: today}}
            sources:
              orders: {csv: "include/${params.date}.csv", schema: orders}
            """
    )
}
