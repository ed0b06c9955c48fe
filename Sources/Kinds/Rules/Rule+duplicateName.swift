package import Reporting

extension Rule {
    package static let duplicateName = Rule(
        "EST2001", "duplicate-name", scope: .project, summary: "Two objects of a kind have the same name.",
        explanation: "References would be ambiguous. Rename one of the two.",
        bad: """
            # file: schemas/sales.yaml
            schema: ⟦products⟧
            columns: {day: date}
            """,
        good: """
            # file: schemas/sales.yaml
            schema: sales
            columns: {day: date}
            """)
}
