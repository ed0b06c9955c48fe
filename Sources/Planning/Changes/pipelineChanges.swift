import Configuration
import Expressions
import Kinds
import Reporting
import Synthesis

/// What is said of the pipeline as a whole, and its parameters.
func pipelineChanges(_ old: ComparedPipeline, _ new: ComparedPipeline) -> [PlanChange] {
    let (was, now) = (old.compiled.pipeline, new.compiled.pipeline)
    func change(_ category: PlanChange.Category, _ what: String, _ before: String?, _ after: String?) -> PlanChange? {
        guard before != after else { return nil }
        return PlanChange(
            subject: "pipeline \(now.name)", action: .changed, category: category, what: what, before: before,
            after: after,
            source: now.span)
    }
    return [
        was.name == now.name ? nil : change(.operational, "renamed", was.name, now.name),
        change(.metadata, "description", was.description?.onOneLine, now.description?.onOneLine),
        change(.metadata, "owner", was.owner, now.owner),
        change(.metadata, "tags", was.tags.sorted().joined(separator: ", "), now.tags.sorted().joined(separator: ", ")),
        change(.operational, "schedule", was.schedule?.words, now.schedule?.words),
        change(.operational, "layout of the lake", was.layout.string, now.layout.string),
    ].compactMap(\.self) + parameterChanges(was, now)
}

private func parameterChanges(_ old: Pipeline, _ new: Pipeline) -> [PlanChange] {
    var changes: [PlanChange] = []
    for param in new.params {
        let subject = "param \(param.name)"
        guard let before = old.params.first(where: { $0.name == param.name }) else {
            changes.append(
                PlanChange(
                    subject: subject, action: .added, category: .additive, what: "parameter added", source: param.span))
            continue
        }
        if before.type != param.type {
            changes.append(
                PlanChange(
                    subject: subject, action: .changed, category: .breaking, what: "type", before: before.type.rawValue,
                    after: param.type.rawValue, source: param.span))
        } else if before.value != param.value {
            // What follows from it is told where it is used.
            let isOfProfile = before.origin == .profile || param.origin == .profile
            changes.append(
                PlanChange(
                    subject: subject, action: .changed, category: .operational,
                    what: isOfProfile ? "value in the profile" : "default", before: before.value.text,
                    after: param.value.text, source: param.source))
        }
        if before.description != param.description {
            changes.append(
                PlanChange(
                    subject: subject, action: .changed, category: .metadata, what: "description",
                    before: before.description?.onOneLine, after: param.description?.onOneLine, source: param.span))
        }
    }
    for param in old.params where !new.params.contains(where: { $0.name == param.name }) {
        // Who gives it a value is refused from now on.
        changes.append(
            PlanChange(subject: "param \(param.name)", action: .removed, category: .breaking, what: "parameter removed")
        )
    }
    return changes
}

/// Where it runs. Addresses of databases are not told: they may hold what nobody is to read.
func profileChanges(_ old: ComparedPipeline, _ new: ComparedPipeline) -> [PlanChange] {
    let (was, now) = (old.project.profile, new.project.profile)
    func change(_ what: String, _ before: String?, _ after: String?, at span: Span) -> PlanChange? {
        guard before != after else { return nil }
        return PlanChange(
            subject: "profile \(now.name)", action: .changed, category: .operational, what: what, before: before,
            after: after, source: span)
    }
    let lake = now.lakeDirectory.span
    let used = Set(new.compiled.sinks.map(\.declaration.connection.string)).sorted()
    return [
        change("engine threads", was.engine.threads.words, now.engine.threads.words, at: lake),
        change("engine memory", was.engine.memory, now.engine.memory, at: lake),
        change(
            "folder to spill into", was.engine.spill?.string, now.engine.spill?.string,
            at: now.engine.spill?.span ?? lake),
        change("folder of the lake", "\(was.lakeDirectory)", "\(now.lakeDirectory)", at: lake),
    ].compactMap(\.self)
        + used.compactMap { name in
            guard let before = was.connections[name], let after = now.connections[name],
                !before.target.isSame(as: after.target)
            else { return nil }
            return PlanChange(
                subject: "profile \(now.name)", action: .changed, category: .operational, what: "connection '\(name)'",
                before: before.target.words, after: after.target.words, source: after.span)
        }
}

/// Tables that are made up.
func generatorChanges(_ old: ComparedPipeline, _ new: ComparedPipeline) -> [PlanChange] {
    let (was, now) = (old.compiled.pipeline.generated, new.compiled.pipeline.generated)
    var changes: [PlanChange] = []
    for (name, table) in now.sorted(by: { $0.key < $1.key }) {
        let subject = "generated \(name)"
        guard let before = was[name] else {
            changes.append(
                PlanChange(
                    subject: subject, action: .added, category: .additive, what: "table added", columns: table.columns,
                    source: table.span))
            continue
        }
        changes +=
            generatedTableChanges(subject, before, table)
            + policyChanges(subject, before.policy, table.policy, at: table.span)
    }
    return changes
        + was.filter { now[$0.key] == nil }.sorted { $0.key < $1.key }.map { name, table in
            PlanChange(
                subject: "generated \(name)", action: .removed, category: .breaking, what: "table gone",
                columns: table.columns)
        }
}

private func generatedTableChanges(_ subject: String, _ old: GeneratedTable, _ new: GeneratedTable) -> [PlanChange] {
    func change(
        _ category: PlanChange.Category, _ what: String, _ columns: [String], _ before: String?, _ after: String?
    ) -> PlanChange {
        PlanChange(
            subject: subject, action: .changed, category: category, what: what, columns: columns, before: before,
            after: after, source: new.span)
    }
    let removed = old.columns.filter { !new.columns.contains($0) }
    let added = new.columns.filter { !old.columns.contains($0) }
    let changed = new.columns.filter { old.definitions[$0] != nil && old.definitions[$0] != new.definitions[$0] }
    var changes: [PlanChange] = []
    if !removed.isEmpty {
        changes.append(change(.breaking, "columns removed", removed, removed.joined(separator: ", "), nil))
    }
    if !added.isEmpty { changes.append(change(.additive, "columns added", added, nil, added.joined(separator: ", "))) }
    if !changed.isEmpty { changes.append(change(.breaking, "made in another way", changed, nil, nil)) }
    if old.rows != new.rows { changes.append(change(.breaking, "rows", [], "\(old.rows)", "\(new.rows)")) }
    if old.seed != new.seed { changes.append(change(.breaking, "seed", new.columns, old.seed, new.seed)) }
    if old.defects != new.defects { changes.append(change(.breaking, "other defects", new.columns, nil, nil)) }
    if old.file != new.file { changes.append(change(.breaking, "file", new.columns, old.file, new.file)) }
    return changes
}

/// A generated table as it is compared.
private struct GeneratedTable {
    var columns: [String]
    /// By column, in one spelling.
    var definitions: [String: String]
    var rows: Int
    var seed: String
    var defects: String
    var file: String
    var policy: TaskPolicy
    var span: Span
}

extension Pipeline {
    fileprivate var generated: [String: GeneratedTable] {
        var tables: [String: GeneratedTable] = [:]
        for generator in generators {
            for table in generator.database.tables {
                let definitions = table.columns.map { ($0.name, withoutPlaces("\($0)")) }
                tables[table.name] = GeneratedTable(
                    columns: table.columns.filter { !$0.isHidden }.map(\.name),
                    definitions: Dictionary(definitions, uniquingKeysWith: { $1 }), rows: table.rows,
                    seed: "\(generator.database.seed), \(generator.database.locale.rawValue)",
                    defects: withoutPlaces("\(table.defects)"),
                    file: "\(generator.path(of: table.name)) \(generator.dialect.words)",
                    policy: generator.policy, span: generator.span)
            }
        }
        return tables
    }
}

/// Where an expression stands in its text is no part of what it means.
private func withoutPlaces(_ description: String) -> String {
    description.replacing(#/range: Range\(\d+\.\.<\d+\)/#, with: "")
}

extension CSVDialect {
    fileprivate var words: String { "\(self)" }
}

/// How often and how long a task is tried.
func policyChanges(_ subject: String, _ old: TaskPolicy, _ new: TaskPolicy, at span: Span) -> [PlanChange] {
    let pairs = [
        ("attempts", "\(old.attempts)", "\(new.attempts)"), ("delay", "\(old.delay)", "\(new.delay)"),
        ("backoff", old.isExponential ? "exponential" : "constant", new.isExponential ? "exponential" : "constant"),
        ("max_delay", "\(old.maxDelay)", "\(new.maxDelay)"),
        ("timeout", old.timeout.map { "\($0)" } ?? "none", new.timeout.map { "\($0)" } ?? "none"),
    ]
    return pairs.filter { $0.1 != $0.2 }.map { what, before, after in
        PlanChange(
            subject: subject, action: .changed, category: .operational, what: what, before: before, after: after,
            source: span)
    }
}

extension Int? {
    fileprivate var words: String { map { "\($0)" } ?? "auto" }
}

extension Profile.Target {
    fileprivate func isSame(as other: Profile.Target) -> Bool {
        switch (self, other) {
        case (.postgres(let a), .postgres(let b)), (.duckdb(let a), .duckdb(let b)): a.string == b.string
        case (.postgres, .duckdb), (.duckdb, .postgres): false
        }
    }

    fileprivate var words: String {
        switch self {
        case .postgres: "a PostgreSQL database"
        case .duckdb(let path): "the DuckDB file '\(path)'"
        }
    }
}
