package import Reporting

extension Rule {
    package static let sharedPath = Rule(
        "EST6021", "shared-path", summary: "Two things would be written to one file.",
        explanation: """
            The last to finish would win, in no fixed order. The path of a dataset needs its zone and its name, that of \
            generated tables the name of the table.
            """,
        bad: """
            # file: esteira.yaml
            project: shop
            lake: {layout: ⟦"${zone}/data.parquet"⟧}
            """,
        good: """
            # file: esteira.yaml
            project: shop
            lake: {layout: "${zone}/${dataset}.parquet"}
            """)
}
