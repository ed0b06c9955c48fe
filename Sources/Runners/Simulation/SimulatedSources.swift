import Algebra
import Configuration
import DuckDBEngine
import Engines
import Expressions
import Kinds
import Planning
import Reporting
import Synthesis

/// Where the rows of a plan's sources come from: a generator that writes the very file, in any pipeline of the project;
/// else the schema.
struct SimulatedSources: Sendable {
    /// A source, and what is drawn for it.
    private struct Source: Sendable {
        var work: IngestWork
        var program: (program: SyntheticProgram, table: String, csv: Synthesis.CSVDialect, name: String)?
        /// A task of the plan itself writes the file.
        var isMade: Bool
        var schema: TableSchema?
        /// Where the file is put, relative to the simulated folder.
        var path: String
        var columns: [DrawnColumn] = []
        /// Columns whose values are keys of other sources: by column, the task and column drawn from.
        var references: [String: (task: String, column: String)] = [:]

        /// Columns of the primary key; none where no schema declares one.
        var key: [String] {
            guard let schema else { return [] }
            return schema.primaryKey.map(\.string)
        }
    }

    private var sources: [String: Source] = [:]
    private let programs: [String: SyntheticProgram]
    private let rows: Int
    /// Ingest tasks, each after those from whose keys it draws.
    private(set) var order: [String] = []

    /// - Parameter day: days since 1970-01-01; dates are drawn from the weeks before it.
    init(_ plan: Plan, of project: Project, rows: Int, day: Int32) {
        self.rows = rows
        let generators = project.pipelines.flatMap(\.generators)
        var programs: [String: SyntheticProgram] = [:]
        for generator in plan.pipeline.generators {
            programs[generator.name.string] = generator.database.limited(to: rows) ?? generator.program
        }
        self.programs = programs
        let ingests = plan.tasks.compactMap { task -> (String, IngestWork)? in
            if case .ingest(let work) = task.work { (task.id, work) } else { nil }
        }
        for (number, (id, work)) in ingests.enumerated() {
            let declared = plan.pipeline.sources.first {
                $0.zone == work.dataset.zone && $0.name.string == work.dataset.name
            }
            var source = Source(
                work: work,
                isMade: plan[id]?.dependsOn.isEmpty == false,
                schema: declared?.schema.flatMap { project.schemas[$0.string] },
                path: "files/\(number)-\(fileName(of: work.path))"
            )
            source.program = Self.program(writing: work.path, among: generators, rows: rows)
            sources[id] = source
        }
        let wishes = ColumnWishes.all(of: plan)
        for (id, work) in ingests where sources[id]?.program == nil {
            decideColumns(of: id, ingests, wishes[work.dataset, default: [:]], day)
        }
        decideOrder(ingests.map(\.0))
    }

    private static func program(
        writing path: String,
        among generators: [GeneratorDeclaration],
        rows: Int
    ) -> (program: SyntheticProgram, table: String, csv: Synthesis.CSVDialect, name: String)? {
        for generator in generators {
            for table in generator.database.tables where generator.path(of: table.name) == path {
                guard let program = generator.database.limited(to: rows) else { continue }
                return (program, table.name, generator.dialect, generator.name.string)
            }
        }
        return nil
    }

    private mutating func decideColumns(
        of id: String,
        _ ingests: [(String, IngestWork)],
        _ wishes: [String: ColumnWishes],
        _ day: Int32
    ) {
        guard let source = sources[id] else { return }
        let key = source.key
        var references: [String: (task: String, column: String)] = [:]
        for column in source.work.row.columns where key != [column.name] {
            let found = wishes[column.name]?.found
            let other = ingests.first { candidate in
                guard candidate.0 != id else { return false }
                return found.map { $0.dataset == candidate.1.dataset } ?? (sources[candidate.0]?.key == [column.name])
            }
            if let other { references[column.name] = (other.0, found?.column ?? column.name) }
        }
        // One column of a key is enough to tell rows apart: the last that is drawn freely.
        let counted = key.last { references[$0] == nil }
        sources[id]?.references = references
        sources[id]?.columns = source.work.row.columns.map { column in
            DrawnColumn(
                column: column,
                dataset: "\(source.work.dataset)",
                wishes: wishes[column.name] ?? ColumnWishes(),
                isUnique: column.name == counted || wishes[column.name]?.isUnique == true,
                isRequired: key.contains(column.name),
                day: day
            )
        }
    }

    private mutating func decideOrder(_ ids: [String]) {
        var left = ids
        while !left.isEmpty {
            // Of sources that draw from each other in a circle the first begins, with values of its own.
            let next =
                left.first { id in sources[id]?.references.values.allSatisfy { order.contains($0.task) } != false }
                ?? left[0]
            order.append(next)
            left.removeAll { $0 == next }
        }
    }

    // MARK: The plan elsewhere

    /// The plan with its files, lake and databases inside the simulated folder.
    func relocated(_ plan: Plan) -> Plan {
        var plan = plan
        plan.files = [:]
        for index in plan.tasks.indices {
            switch plan.tasks[index].work {
            case .wait: continue
            case .generate(var work):
                let maker = plan.pipeline.generators.first { $0.path(of: work.table) == work.path }
                work.program = maker.flatMap { programs[$0.name.string] } ?? work.program
                if let reader = sources.values.first(where: { $0.isMade && $0.work.path == work.path }) {
                    work.path = reader.path
                } else {
                    work.path = "files/made-\(index)-\(fileName(of: work.path))"
                }
                plan.tasks[index].work = .generate(work)
            case .ingest(var work):
                guard let source = sources[plan.tasks[index].id] else { continue }
                work.path = source.path
                // Drawn rows have their types; the format of a source says nothing about them.
                if !source.isMade, source.program == nil { work.format = .parquet }
                plan.tasks[index].work = .ingest(work)
            case .transform, .check, .load: continue
            }
        }
        let place = plan.pipeline.layout.span
        plan.profile.lakeDirectory = Text("lake", at: place)
        plan.profile.connections = plan.profile.connections.mapValues { connection in
            var connection = connection
            connection.target = .duckdb(path: Text("warehouse.duckdb", at: place))
            return connection
        }
        return plan
    }

    // MARK: Rows

    /// `generator 'store'`, `schema 'orders'`.
    func origin(of task: String) -> String? {
        guard let source = sources[task] else { return nil }
        if let program = source.program { return "generator '\(program.name)'" }
        return source.schema.map { "schema '\($0.name)'" } ?? "its columns' types"
    }

    /// Writes the file of a source, unless a task of the plan has.
    ///
    /// - Parameter file: where a dataset of the lake lies that was made before.
    func draw(_ task: String, to path: String, session: DuckDBSession, file: (String) throws -> String?) throws {
        guard let source = sources[task], !source.isMade else { return }
        try makeFolder(of: path)
        if let program = source.program {
            _ = try program.program.writeCSV(table: program.table, dialect: program.csv, threads: 1, to: path)
            return
        }
        var columns: [SQL] = []
        var joins: SQL = ""
        for (number, column) in source.columns.enumerated() {
            var drawn = column.sql
            if let reference = source.references[column.column.name], let other = sources[reference.task],
                let keys = try file(other.work.output.path)
            {
                let pool = Identifier("pool_\(number)")
                let name = Identifier(reference.column)
                try session.execute(
                    """
                    CREATE OR REPLACE TEMPORARY TABLE \(pool) AS SELECT row_number() OVER (ORDER BY k) - 1 AS n, k \
                    FROM (SELECT DISTINCT \(name) AS k FROM \(readParquet([keys])) WHERE \(name) IS NOT NULL)
                    """
                )
                let count = try session.count("SELECT * FROM \(pool)")
                if count > 0 {
                    joins += " LEFT JOIN \(pool) ON \(pool).n = \(column.draw("key", below: count))"
                    drawn = column.mayBeMissing("TRY_CAST(\(pool).k AS \(sqlType(column.column.type)))")
                }
            }
            columns.append("\(drawn) AS \(Identifier(column.column.name))")
        }
        try session.execute(
            copyToParquet(
                query: "SELECT \(columns.joined(separator: ", ")) FROM range(\(rows)) AS drawn(i)\(joins) ORDER BY i",
                path: path
            )
        )
    }
}

extension SyntheticDatabase {
    /// With so many rows a table at most; nil where a column does not work with fewer.
    fileprivate func limited(to rows: Int) -> SyntheticProgram? {
        var database = self
        for index in database.tables.indices { database.tables[index].rows = min(database.tables[index].rows, rows) }
        return try? database.compiled()  // then the rows are drawn from the schema
    }
}
