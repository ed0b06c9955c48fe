package import Reporting

extension Rule {
    package static let exclusiveKeys = Rule(
        "EST1006",
        "exclusive-keys",
        summary: "Keys cannot stand together, or one of several must be there.",
        explanation:
            "Each of the keys says the same thing in another way, so that exactly one of them has to be chosen.",
        bad: "output:\n  csv: {path: a.csv}\n  parquet: {path: a.parquet}\n",
        good: "output:\n  csv: {path: a.csv}\n"
    )
}
