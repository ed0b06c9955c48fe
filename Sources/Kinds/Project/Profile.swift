package import Configuration
package import Reporting

/// Where a project runs: its engine, its lake and the databases it loads.
package struct Profile: Sendable {
    package var name: String
    package var engine: EngineSettings
    /// Folder of the lake, relative to the project's folder unless absolute.
    package var lakeDirectory: Text
    package var connections: [String: Connection]
    /// URLs that hooks post to, by name.
    package var webhooks: [String: Text] = [:]
    /// Services with buckets, by name.
    package var objectStores: [String: ObjectStore] = [:]
    /// Written, and not read, as reported.
    package var unreadConnections: Set<String>
    /// Variables without a value, by the connection that names them: errors for a pipeline that uses it.
    package var unsetVariables: [String: [Diagnostic]] = [:]

    package struct EngineSettings: Hashable, Sendable {
        /// Nil: as many as the machine has.
        package var threads: Int?
        /// As DuckDB writes it: `60%`, `4GB`. Nil: the engine's default.
        package var memory: String?
        /// Folder in which each process makes its own for what does not fit into memory; relative to the project's folder
        /// unless absolute. Nil: the system's.
        package var spill: Text?
        /// Most bytes there; nil: the engine's default.
        package var spillLimit: Int?
    }

    package struct Connection: Sendable {
        package var name: String
        package var target: Target
        package var span: Span
    }

    package enum Target: Sendable {
        case postgres(url: Text)
        /// A DuckDB file; relative to the project's folder unless absolute.
        case duckdb(path: Text)
    }
}

extension Profile {
    static let duckdbEngineSpec = KindSpec("duckdb", summary: "DuckDB, inside the process.") {
        Field(
            "threads", .either([.choice(["auto"]), .integer(1...1024)]), default: "auto", doc: "Threads of the engine.")
        Field(
            "memory", .string, default: "60%", example: "4GB", doc: "Most memory the engine may use before it spills.")
        Field(
            "spill", .string, example: "/mnt/fast",
            doc: """
                An existing folder for what does not fit into memory; each process makes its own in it. Left out: the system's \
                folder for temporary files.
                """)
        Field(
            "spill_limit", .size, example: "40GiB",
            doc: "Most that may lie there. Left out: nine tenths of what is free.")
    }
    static let lakeSpec = KindSpec("lake", summary: "Where Parquet files lie.", shorthand: "directory") {
        Field("directory", .string, required: true, example: "lake", doc: "A folder, relative to the project.")
    }
    static let postgresSpec = KindSpec("postgres", summary: "A PostgreSQL database.", shorthand: "url") {
        Field(
            "url", .string, required: true, example: "\"${env.DATABASE_URL}\"",
            doc: "Connection URL; keep it in the environment or in .env, not in the file.")
    }
    static let duckdbFileSpec = KindSpec("duckdb", summary: "A DuckDB file as the warehouse.", shorthand: "path") {
        Field("path", .string, required: true, example: "warehouse.duckdb", doc: "The file, relative to the project.")
    }
    package static let spec = KindSpec("profile", summary: "Where a project runs.") {
        Field("engine", .variant([duckdbEngineSpec]), default: "duckdb", doc: "What runs the transforms.")
        Field("lake", .record(lakeSpec), required: true, doc: "Where Parquet files lie.")
        Field(
            "connections", .map(.variant([duckdbFileSpec, postgresSpec])), doc: "Databases that sinks load, by name.")
        Field(
            "webhooks", .map(.string), example: "{alerts: \"${secret.ALERT_URL}\"}",
            doc: "URLs that hooks post to, by name; keep them in the environment or in .env.")
        Field(
            "s3", .map(.record(ObjectStore.spec)),
            doc: "Services that keep objects, by name. Sensors look into their buckets.")
        paramsField
    }
    /// Read by `ProfileValues`.
    static let paramsField = Field(
        "params", .map(Parameter.valueShape), example: "{orders: 1000}",
        doc: "Values of parameters, by name, where `--param` gives none. They go before the pipelines' own defaults.")

    static let standardName = "local"

    /// What holds where a project names no profile. Needs no server.
    static func standard(at span: Span) -> Profile {
        let warehouse = Connection(
            name: "warehouse", target: .duckdb(path: Text("warehouse.duckdb", at: span)), span: span)
        return Profile(
            name: standardName, engine: EngineSettings(memory: nil), lakeDirectory: Text("lake", at: span),
            connections: [warehouse.name: warehouse], unreadConnections: [])
    }

    /// - Parameter written: names of the connections in the file.
    init?(name: String, _ record: Record, connections written: [String]) {
        guard let directory = record.record("lake")?.text("directory") else { return nil }
        self.name = name
        lakeDirectory = directory
        let settings = record.record("engine")
        engine = EngineSettings(
            threads: settings?.integer("threads")?.value, memory: settings?.text("memory")?.string,
            spill: settings?.text("spill"), spillLimit: settings?.integer("spill_limit")?.value)
        connections = [:]
        for (name, item) in record.map("connections") {
            guard let record = item.asRecord, let target = Target(record) else { continue }
            connections[name.string] = Connection(name: name.string, target: target, span: name.span)
        }
        for (name, item) in record.map("webhooks") { webhooks[name.string] = item.asText }
        for (name, item) in record.map("s3") { objectStores[name.string] = item.asRecord.map(ObjectStore.init) }
        unreadConnections = Set(written).subtracting(connections.keys)
    }
}

extension Profile.Target {
    fileprivate init?(_ record: Record) {
        if let url = record.text("url") {
            self = .postgres(url: url)
        } else if let path = record.text("path") {
            self = .duckdb(path: path)
        } else {
            return nil
        }
    }
}
