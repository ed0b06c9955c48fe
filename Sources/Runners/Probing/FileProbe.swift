import DuckDBEngine
import Engines
import Expressions
import Foundation
import Planning
import Reporting
import Warehouse

/// One DuckDB file, opened to read and asked about the tables of its loads.
struct FileProbe {
    private(set) var found = Diagnostics()
    /// By task id.
    private(set) var blocked: [String: String] = [:]
    private(set) var impacts: [PlanDocument.Impact] = []
    private let path: String
    private let shown: String
    private let engine: DuckDB?
    private static let attached = Identifier("probed")

    /// - Parameter shown: the path as it is declared.
    init(path: String, shown: String, engine: DuckDB?) {
        self.path = path
        self.shown = shown
        self.engine = engine
    }

    mutating func look(at loads: [ProbedLoad]) throws {
        guard let first = loads.first else { return }
        let isThere = FileManager.default.fileExists(atPath: path)
        let place = isThere ? path : nearestFolder
        if access(place, W_OK) != 0 {
            for load in loads { blocked[load.task.id] = "'\(shown)' cannot be written" }
            found.report(
                Diagnostic(
                    .permission,
                    "'\(shown)' cannot be written, which '\(first.task.id)' needs",
                    at: first.connectionSpan,
                    help: "let this user write the file and its folder"
                )
            )
        }
        guard isThere else {
            impacts = loads.map { $0.impact(existing: nil) }
            return
        }
        guard let session = try engine?.session() else { throw EngineError(.unavailable, "DuckDB is not installed") }
        let database = Self.attached
        try session.execute("ATTACH \(literal: path) AS \(database) (READ_ONLY)")
        defer { _ = try? session.execute("DETACH \(database)") }  // it ends with the process
        for load in loads {
            let query: SQL =
                "SELECT \(load.work.row.names.map { Identifier($0) }) FROM \(readParquet([load.work.path]))"
            let request = load.request
            let planned = load.planned(&found) { () throws(EngineError) in
                try plannedEmbeddedLoad(request, query: query, session: session, attachedAs: database).statements
            }
            if planned == nil { blocked[load.task.id] = ProbedLoad.refusal }
            let isNew = planned?.contains { $0.text.hasPrefix("CREATE TABLE") } == true
            let parts = load.work.table.count == 1 ? ["main", load.work.table[0]] : load.work.table
            let rows = isNew ? nil : try session.count("SELECT * FROM \(Identifier(parts: database.parts + parts))")
            impacts.append(load.impact(existing: rows.map { .exact($0) }))
        }
    }

    private var nearestFolder: String {
        var folder = URL(filePath: path).deletingLastPathComponent()
        while !FileManager.default.fileExists(atPath: folder.path), folder.path != "/" {
            folder.deleteLastPathComponent()
        }
        return folder.path
    }
}
