package import Reporting

extension Rule {
    package static let columnsUnknown = Rule(
        "EST3028", "columns-unknown", scope: .types,
        summary: "A source has no schema, and no file to take its columns from.",
        explanation: """
            Every column is known before anything runs. Without a schema the file itself is looked at, so it has to be there, \
            and DuckDB too ('esteira doctor').
            """,
        bad: """
            sources:
              ⟦files⟧: {parquet: include/files.parquet}
            """,
        good: """
            sources:
              files: {parquet: include/files.parquet, schema: files}
            # file: schemas/files.yaml
            schema: files
            columns: {name: string, bytes: bigint}
            """)
}
