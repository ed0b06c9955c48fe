package import Reporting

extension Rule {
    package static let seedMissing = Rule(
        "EST3018",
        "seed-missing",
        .warning,
        summary: "A generator without a seed.",
        explanation: """
            The same seed and parameters give the same bytes. Without one the generator's name is the seed, so every day \
            has the same data unless the seed names the day.
            """,
        bad: "generators:\n  store:\n    tables: {}",
        good: "generators:\n  store:\n    seed: store-${params.date}\n    tables: {}"
    )
}
