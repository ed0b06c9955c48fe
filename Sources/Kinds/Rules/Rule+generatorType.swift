package import Reporting

extension Rule {
    package static let generatorType = Rule(
        "EST3019",
        "generator-type",
        summary: "A generator does not fit what it is used for.",
        explanation:
            "Columns, references and defects are typed before anything is generated, so that no run fails halfway.",
        bad: """
            generators:
              store:
                seed: store
                output: {csv: "include/${table}.csv"}
                tables:
                  users:
                    rows: 10
                    columns: {name: full_name}
                    defects:
                      - negate: {column: ⟦name⟧, rate: 2%}
            """,
        good: """
            generators:
              store:
                seed: store
                output: {csv: "include/${table}.csv"}
                tables:
                  users:
                    rows: 10
                    columns: {age: {integer: {min: 18, max: 90}}}
                    defects:
                      - negate: {column: age, rate: 2%}
            """)
}
