package import Reporting

extension Rule {
    package static let yamlEncoding = Rule(
        "EST0009",
        "yaml-encoding",
        fix: .safe,
        summary: "The file is not clean UTF-8.",
        explanation: """
            A byte order mark, bytes that are not UTF-8 and control characters are invisible in most editors, and \
            other tools read them differently or not at all. Save the file as UTF-8 without a byte order mark.
            """,
        bad: """
            # file: schemas/visits.yaml
            ⟦\u{FEFF}⟧schema: visits
            columns: {day: date}
            """,
        good: """
            # file: schemas/visits.yaml
            schema: visits
            columns: {day: date}
            """
    )
}
