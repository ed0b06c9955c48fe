package import Reporting

extension Rule {
    package static let generatorRange = Rule(
        "EST3029",
        "generator-range",
        summary: "The bounds of a generator leave no value, or a parameter is out of bounds.",
        explanation: "Both bounds are possible values, so the lower must not be above the upper.",
        bad: """
            generators:
              store:
                seed: store
                output: {csv: "include/${table}.csv"}
                tables:
                  users:
                    rows: 10
                    columns: {age: {⟦integer⟧: {min: 90, max: 18}}}
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
            """)
}
