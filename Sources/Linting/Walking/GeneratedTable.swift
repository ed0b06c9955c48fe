import Configuration
import Kinds
import Planning
import Reporting
import Synthesis

/// A table of a generator, with its place.
struct GeneratedTable {
    var generator: GeneratorDeclaration
    var table: SyntheticTable
    /// Of its name.
    var span: Span
    fileprivate var node: Node

    /// Of a column's name.
    func span(of column: String) -> Span {
        node["columns"]?.entries?.first { $0.key == column }?.keySpan ?? span
    }

    var rowsSpan: Span { node["rows"]?.span ?? span }

    /// Whether its rows are written as a number, which no run can choose.
    var hasFixedRows: Bool { node["rows"]?.scalar?.text.contains("${") == false }
}

extension LintedProject {
    func forEachGeneratedTable(_ visit: (GeneratedTable) -> Void) {
        for pipeline in pipelines {
            let nodes = tree(of: pipeline.pipeline)?["generators"]
            for generator in pipeline.pipeline.generators {
                for table in generator.database.tables {
                    let entries = nodes?[generator.name.string]?["tables"]?.entries
                    guard let entry = entries?.first(where: { $0.key == table.name }) else { continue }
                    visit(GeneratedTable(generator: generator, table: table, span: entry.keySpan, node: entry.value))
                }
            }
        }
    }

    /// Every generated table with the sources, of any pipeline, that read its file by name, and their schemas.
    func forEachGeneratedSource(_ visit: (GeneratedTable, TableSchema, SourceDeclaration) -> Void) {
        let sources = Dictionary(grouping: pipelines.flatMap(\.pipeline.sources), by: \.path.string)
        forEachGeneratedTable { table in
            for source in sources[table.generator.path(of: table.table.name), default: []] {
                guard case .csv(let settings) = source.format, settings.hasHeader, table.generator.dialect.hasHeader,
                    let schema = source.schema.flatMap({ project?.schemas[$0.string] })
                else { continue }
                visit(table, schema, source)
            }
        }
    }
}
