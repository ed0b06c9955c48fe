package import Reporting

extension Rule {
    package static let secretDefault = Rule(
        "EST8004",
        "secret-default",
        fix: .unsafe,
        summary: "A secret has a default in the file.",
        explanation: """
            A default stands in the repository for everybody to read, and is used without a word where the secret is \
            missing. Set the secret in `.env` or in the environment.
            """,
        bad: """
            # file: esteira.yaml
            project: shop
            profiles:
              local:
                lake: lake
                connections:
                  warehouse: {postgres: "⟦${secret.WAREHOUSE_URL:-postgresql://shop@db/shop}⟧"}
            """,
        good: """
            # file: esteira.yaml
            project: shop
            profiles:
              local:
                lake: lake
                connections:
                  warehouse: {postgres: "${secret.WAREHOUSE_URL}"}
            """
    )
}
