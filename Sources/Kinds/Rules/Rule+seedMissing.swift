package import Reporting

extension Rule {
    package static let seedMissing = Rule(
        "EST3018",
        "seed-missing",
        .warning, fix: .safe, summary: "A generator without a seed.",
        explanation: """
            The same seed and parameters give the same bytes. Without one the generator's name is the seed, so every day \
            has the same data unless the seed names the day.
            """,
        bad: """
            generators:
              ⟦store⟧:
                output: {csv: "include/${table}.csv"}
                tables: {users: {rows: 10, columns: {user_id: uuid}}}
            """,
        good: """
            generators:
              store:
                seed: store
                output: {csv: "include/${table}.csv"}
                tables: {users: {rows: 10, columns: {user_id: uuid}}}
            """)
}
