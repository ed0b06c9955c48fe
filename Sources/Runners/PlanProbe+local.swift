import Algebra
package import DuckDBEngine
import Engines
import Execution
import Expressions
package import Kinds
package import LakeStorage
package import Planning

extension PlanProbe {
    /// Looks at the project's files and lake, and asks an engine to bind queries over empty tables. Reads only.
    ///
    /// - Parameter engine: called when a question for it comes up; nil where none is at hand.
    package static func local(
        folder: ProjectFolder, lake: FolderLake, ledger: [String: CompletedTask],
        durations: [String: [Int]] = [:], usages: [EarlierUsage] = [], engine: @escaping () -> DuckDB?
    ) -> PlanProbe {
        PlanProbe(
            bind: { query in engine().map { boundRow(of: query, $0) } },
            columns: { pattern in engine().flatMap { columnsOfFiles(pattern, folder, $0) } },
            files: { fileFacts(matching: $0, in: folder) },
            ledger: ledger,
            isPublished: { lake.isPublished($0) },
            durations: durations,
            usages: usages)
    }
}

private func boundRow(of query: Query, _ engine: DuckDB) -> Result<RowType, QueryFault> {
    let rows = query.inputs.values.reduce(into: [DatasetName: RowType]()) { rows, input in
        input.visit { if case .dataset(let name, let row) = $0 { rows[name] = row } }
    }
    let lowering = RelationLowering(dialect: .duckdb, constants: ["run.started_at": .timestamp(0)]) { name in
        let columns = rows[name, default: RowType([])].columns.map {
            "CAST(NULL AS \(sqlType($0.type))) AS \(Identifier($0.name))" as SQL
        }
        return "(SELECT \(columns.joined(separator: ", ")) WHERE false)"
    }
    do {
        return .success(try engine.session().describe(lowering.query(.query(query))))
    } catch {
        return .failure(QueryFault(error.message, hint: error.hint))
    }
}

private func columnsOfFiles(_ pattern: IngestPattern, _ folder: ProjectFolder, _ engine: DuckDB) -> RowType? {
    do {
        let files = filePaths(matching: pattern.path, in: folder)
        guard !files.isEmpty else { return nil }
        let relation: SQL =
            switch pattern.format {
            case .parquet: readParquet(files)
            case .jsonLines: sniffJSONLines(files)
            case .csv(let settings): sniffCSV(files, dialect: DuckDBEngine.CSVDialect(settings))
            }
        return try engine.session().describe("SELECT * FROM \(relation)")
    } catch {
        return nil  // the source is then said to have no known columns
    }
}
