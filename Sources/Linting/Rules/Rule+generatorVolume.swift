import Configuration
package import Reporting
import Synthesis

extension Rule {
    package static let generatorVolume = Rule(
        "EST3024",
        "generator-volume",
        .warning,
        scope: .file,
        since: "0.2.0",
        summary: "A generator would write more than most disks are glad of.",
        explanation: """
            Rows times columns come to more than 20 GB of text. Where that is meant, suppress this with a \
            reason; a typo in the rows is found sooner this way.
            """,
        options: [.most],
        bad: """
            generators:
              store:
                seed: store
                output: {csv: "include/${table}.csv"}
                tables:
                  products:
                    rows: ⟦1000000000⟧
                    columns: {product_id: uuid, name: full_name, category: word}
            """,
        good: """
            generators:
              store:
                seed: store
                output: {csv: "include/${table}.csv"}
                tables:
                  products:
                    rows: 1000000
                    columns: {product_id: uuid, name: full_name, category: word}
            """
    )
}

extension RuleOption {
    fileprivate static let most = RuleOption("max_gb", .number(20), "GB of text above which it is told")
}

extension Check {
    static let generatorVolume = Check(.generatorVolume) { project, found in
        let limit = project.number(.most, of: .generatorVolume)
        project.forEachGeneratedTable { table in
            let cells = Double(table.table.rows) * Double(table.table.columns.count { !$0.isHidden })
            guard cells * bytesOfCell > limit * 1e9 else { return }
            let gigabytes = Int(cells * bytesOfCell / 1e9)
            found.report(
                Diagnostic(
                    .generatorVolume,
                    "table '\(table.table.name)' comes to about \(gigabytes) GB",
                    at: table.rowsSpan,
                    help: "write fewer rows"
                )
            )
        }
    }
}

/// Of text, with its separator.
private let bytesOfCell = 12.0
