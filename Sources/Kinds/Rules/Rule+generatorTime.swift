package import Reporting

extension Rule {
    package static let generatorTime = Rule(
        "EST3027",
        "generator-time",
        summary: "A bound of generated times is not a time.",
        explanation: """
            Bounds are dates, timestamps, `now`, `today`, `yesterday`, `tomorrow`, or a distance such as `2y ago` or \
            `in 3d` with the units y, mo, w, d, h, m and s. Distances start at the day the pipeline processes.
            """,
        bad: """
            generators:
              store:
                seed: store
                output: {csv: "include/${table}.csv"}
                tables:
                  users:
                    rows: 10
                    columns: {since: {date: {from: ⟦two years ago⟧}}}
            """,
        good: """
            generators:
              store:
                seed: store
                output: {csv: "include/${table}.csv"}
                tables:
                  users:
                    rows: 10
                    columns: {since: {date: {from: 2y ago}}}
            """)
}
