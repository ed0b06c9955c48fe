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
            bind: binding(engine).bind,
            columns: { pattern in engine().flatMap { columnsOfFiles(pattern, folder, $0) } },
            files: { fileFacts(matching: $0, in: folder) },
            ledger: ledger,
            isPublished: { lake.isPublished($0) },
            durations: durations,
            usages: usages)
    }
}

extension PlanProbe {
    /// Binds queries over empty tables, and looks at nothing else: a query that names a file does not open it.
    ///
    /// - Parameter engine: gives the library alone; what binds is a database of its own.
    package static func binding(_ engine: @escaping () -> DuckDB?) -> PlanProbe {
        var sealed: Result<DuckDB, EngineError>?
        return PlanProbe(bind: { query in
            guard let library = engine()?.library else { return nil }
            let binder = sealed ?? sealedEngine(library)
            sealed = binder
            return binder.mapError { QueryFault($0.message, hint: $0.hint) }.flatMap { boundRow(of: query, $0) }
        })
    }
}

/// An engine that reaches no file and no network.
private func sealedEngine(_ library: DuckDBLibrary) -> Result<DuckDB, EngineError> {
    Result { () throws(EngineError) in
        let engine = try DuckDB(library: library, settings: DuckDBSettings(threads: 1, memoryLimit: "256MB"))
        try engine.session().execute("SET GLOBAL enable_external_access = false")
        return engine
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
    let statement = lowering.query(.query(query))
    do {
        return .success(try engine.session().describe(statement))
    } catch {
        let place = QueryFault.Place(ofStatement: error.message).flatMap { $0.inside(query.text, of: statement.text) }
        return .failure(QueryFault(error.message, hint: error.hint, at: place))
    }
}

extension QueryFault.Place {
    /// - Parameter message: as the engine ends it: `(line 3, column 8)`.
    fileprivate init?(ofStatement message: String) {
        guard let match = message.firstMatch(of: #/\(line (\d+)(?:, column (\d+))?\)$/#), let line = Int(match.1) else {
            return nil
        }
        self.init(line: line, column: match.2.flatMap { Int($0) })
    }

    /// The same place in a query that begins on a line of its own; nil before it.
    fileprivate func inside(_ query: String, of statement: String) -> Self? {
        guard let start = statement.firstRange(of: "(\n\(query)\n)")?.lowerBound else { return nil }
        let before = statement[...start].count { $0 == "\n" } + 1
        return line > before ? Self(line: line - before, column: column) : nil
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
