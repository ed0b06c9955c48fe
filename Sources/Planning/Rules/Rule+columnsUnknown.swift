package import Reporting

extension Rule {
    package static let columnsUnknown = Rule(
        "EST3028", "columns-unknown", summary: "A source has no schema, and no file to take its columns from.",
        explanation: """
            Every column is known before anything runs. Without a schema the file itself is looked at, so it has to be there, \
            and DuckDB too ('esteira doctor').
            """)
}
