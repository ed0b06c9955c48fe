package import Reporting

extension Rule {
    package static let keyNotApplicable = Rule(
        "EST1007",
        "key-not-applicable",
        summary: "A key that another kind has, not this one.",
        explanation: "The key is spelt right and means something elsewhere; here it would have no effect.",
        bad: "output:\n  parquet: {path: a.parquet, header: true}\n",
        good: "output:\n  csv: {path: a.csv, header: true}\n"
    )
}
