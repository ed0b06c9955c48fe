package import Reporting

extension Rule {
    /// Found by the task, while it runs.
    package static let inexactValue = Rule(
        "EST3035", "inexact-value", scope: .online, since: "0.2.0",
        summary: "A value of a source's file is more than its column's type can hold.",
        explanation: """
            `1.5` is no `int`, `1.999` no `decimal(10,2)`, a time of day no part of a `date`, and an offset none of \
            a `timestamp`: to round or cut them would lose data without a word. `1.0` and `1e3` are whole and `1.50` \
            fits one digit; these are taken. Give the column a wider type, or say with `bad_rows` what becomes of \
            such rows.
            """,
        unshown: "it takes a run over a file with such a value")
}
