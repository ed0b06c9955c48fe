package import Reporting

extension Rule {
    package static let languageVersion = Rule(
        "EST1011", "language-version", since: "0.2.0",
        summary: "The project is written in a version of the language that this Esteira does not know.",
        explanation: """
            A newer version may give keys another meaning, so that nothing is guessed. Install the Esteira that the project \
            was written for. A project that names no version is read as version 1.
            """,
        bad: """
            # file: esteira.yaml
            project: shop
            version: ⟦2⟧
            """,
        good: """
            # file: esteira.yaml
            project: shop
            version: 1
            """)
}
