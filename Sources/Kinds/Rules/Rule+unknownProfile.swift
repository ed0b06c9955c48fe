package import Reporting

extension Rule {
    package static let unknownProfile = Rule(
        "EST7023", "unknown-profile", summary: "The profile asked for is not in esteira.yaml.",
        explanation: "Profiles say where a project runs. Ask for one that is there with `--profile NAME`, or add it.",
        bad: """
            # file: esteira.yaml
            project: shop
            default_profile: loca
            ⟦profiles⟧:
              local: {lake: lake, connections: {warehouse: {duckdb: warehouse.duckdb}}}
            """,
        good: """
            # file: esteira.yaml
            project: shop
            default_profile: local
            profiles:
              local: {lake: lake, connections: {warehouse: {duckdb: warehouse.duckdb}}}
            """)
}
