import Configuration
import Kinds
import Reporting

/// A pipeline of as many tasks as are asked for: sources, a transform of each, and a table of each transform.
enum WideProject {
    static func files(of count: Int) -> [SourceText] {
        let names = (1...count).map { "table_\($0 < 10 ? "0" : "")\($0)" }
        let sources = names.map { "  \($0): {csv: include/\($0).csv, schema: row}" }
        let transforms = names.map { "  \($0): {from: raw.\($0), steps: [{filter: amount > 0}]}" }
        let sinks = names.map { "  \($0): {from: processed.\($0), table: dwh.\($0), key: id}" }
        let text =
            ["pipeline: wide", "params: {date: {type: date, default: 2026-01-31}}", "sources:"] + sources + [
                "transforms:"
            ]
            + transforms + ["sinks:"] + sinks
        return [
            SourceText(path: "esteira.yaml", text: "project: wide\n"),
            SourceText(path: "pipelines/wide.yaml", text: text.joined(separator: "\n") + "\n"),
            SourceText(
                path: "schemas/row.yaml",
                text:
                    "schema: row\nprimary_key: [id]\ncolumns:\n  id: {type: bigint, nullable: false}\n  amount: decimal(10,2)\n"
            ),
        ]
    }

    static func plan(tasks: Int) throws -> PlannedFixture { try PlannedFixture(files(of: tasks / 3), pipeline: "wide") }
}
