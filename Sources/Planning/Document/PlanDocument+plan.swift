import Configuration
import Engines
import Expressions
import Kinds
import Quality
import Reporting

extension PlanDocument {
    /// - Parameter keepsStatements: whether each task has the statements that it would send.
    package init(_ plan: Plan, _ statements: PlanStatements, keepsStatements: Bool = false) {
        let byID = Dictionary(uniqueKeysWithValues: plan.tasks.map { ($0.id, $0) })
        let waves = plan.waves
        let lineages = plan.lineages()
        let tasks = plan.tasks.map { task in
            Task(task, plan, byID, waves, lineages[task.id], statements: keepsStatements ? statements : nil)
        }
        self.init(
            tool: Tool(name: "esteira", version: toolVersion), project: plan.project, pipeline: plan.pipeline.name,
            profile: plan.profile.name,
            level: Level(
                number: plan.inputs.contact.rawValue, words: plan.inputs.contact.words,
                note: plan.tasks.contains { $0.group == .load } ? statements.note : nil),
            inputs: Inputs(plan), interval: Interval(plan.pipeline),
            engine: Engine(
                name: "duckdb", threads: plan.profile.engine.threads, memory: plan.profile.engine.memory ?? "60%",
                spill: plan.profile.engine.spill?.string, spillLimit: plan.profile.engine.spillLimit),
            lake: plan.profile.lakeDirectory.string, tasks: tasks,
            edges: plan.edges.map { Edge(from: $0.from, to: $0.to) },
            effects: zip(plan.tasks, tasks).flatMap { task, told in
                task.effects(in: plan, statements, rows: told.rowsOut, bytes: told.bytes)
            }, unknowns: plan.unknowns(tasks), diagnostics: plan.findings.sorted.map(Finding.init),
            estimates: plan.estimates(tasks), schedule: Schedule(plan),
            history: plan.durations.isEmpty ? nil : plan.durations)
        summary = Summary(tasks, effects, diagnostics)
        id = digest
    }

    /// Has the files with it, for those who run it later. The id then counts them too.
    package mutating func keep(data: [DataFile]) {
        inputs.data = data
        id = digest
    }

    /// Whether it says what its id says that it says. A plan of a later minor version may have keys that are not known here.
    package var isAsMade: Bool { planVersion != Self.version || id == digest }

    /// What the id is made of does not change with the clock alone.
    private var digest: String {
        var body = self
        body.id = ""
        body.estimates = nil
        body.schedule = nil
        body.intervals = nil
        body.history = nil
        // What was seen on the way is no part of what would be done.
        body.simulation = nil
        body.impacts = nil
        body.enginePlans = nil
        // A copy of a file has another time.
        body.inputs.data = body.inputs.data?.map { file in
            var file = file
            file.modified = 0
            return file
        }
        return fingerprint(bytes: body.json(indented: false).utf8)
    }
}

extension PlanDocument.Task {
    fileprivate init(
        _ task: PlannedTask, _ plan: Plan, _ byID: [String: PlannedTask], _ waves: [String: Int],
        _ lineage: TaskLineage?, statements: PlanStatements?
    ) {
        let reason = plan.reasons[task.id] ?? .new
        let completed = plan.ledger[task.id]
        let hold = plan.holds[task.id]
        self.init(
            id: task.id, kind: task.group.rawValue, title: task.title, wave: waves[task.id] ?? 1,
            actions: reason.actions(of: task.group, hold),
            mode: task.mode(reason, hold), reasons: [reason.told], hold: hold?.told,
            why: plan.reasonChain(of: task, byID),
            rowsIn: task.rowsIn.quantity(knownAfter: task.source(ofUnknown: \.rowsIn, byID, waves)),
            rowsOut: task.rowsOut.quantity(knownAfter: task.source(ofUnknown: \.rowsOut, byID, waves)),
            bytes: completed?.bytes.map { reason.runs ? .estimate($0, by: "bytes of the last run") : .exact($0) }
                ?? .unknown(after: task.id),
            dependsOn: task.dependsOn, reads: task.reads, writes: task.writes, columns: task.columns,
            lineage: lineage?.columns, rowsFrom: lineage?.rowsFrom,
            policy: .init(
                attempts: task.policy.attempts, timeoutSeconds: task.policy.timeout.map { Int($0.components.seconds) }),
            resources: .init(pools: task.policy.pools, network: task.network(completed, plan.profile)),
            definition: task.definitionFingerprint,
            definitionChanges: reason == .definition ? completed?.outline.map { task.outline.changes(since: $0) } : nil,
            lastRun: completed?.run, source: .init(task.span),
            statements: statements?.all(task).map(\.text))
    }
}

extension PlannedTask {
    /// The task after which a count that is unknown here is known: checks and loads pass on what they were given. Of
    /// several the one that comes last.
    fileprivate func source(
        ofUnknown count: KeyPath<PlannedTask, RowCount>, _ byID: [String: PlannedTask], _ waves: [String: Int]
    ) -> String? {
        guard self[keyPath: count] == .unknown else { return nil }
        guard count == \.rowsIn || passesRowsOn else { return id }
        let sources = countedInputs.compactMap { byID[$0]?.source(ofUnknown: \.rowsOut, byID, waves) }
        return sources.max { waves[$0, default: 0] < waves[$1, default: 0] } ?? id
    }
}

extension PlannedTask {
    /// Bytes that it sends to a server; nil where there is none.
    fileprivate func network(_ completed: CompletedTask?, _ profile: Profile) -> PlanDocument.Quantity? {
        if let sent = completed?.sent { return .estimate(sent, by: "bytes of the last run") }
        guard case .load(let work) = work, case .postgres = profile.connections[work.connection]?.target else {
            return nil
        }
        return .unknown(after: id)
    }
}

extension PlannedTask {
    /// Whether it gives out just the rows that it was given.
    private var passesRowsOn: Bool {
        switch work {
        case .check(let work): work.action != .quarantine
        case .load: true
        case .wait, .generate, .ingest, .transform: false
        }
    }
}

extension Plan {
    fileprivate func unknowns(_ tasks: [PlanDocument.Task]) -> [PlanDocument.Unknown] {
        zip(self.tasks, tasks).filter { $1.runs }.flatMap { task, told in
            var unknowns: [PlanDocument.Unknown] = []
            if told.rowsOut.knownAfter == task.id {
                unknowns.append(.init(what: "rows that \(task.id) makes", task: task.id, knownAfter: task.id))
            }
            switch task.work {
            case .ingest(let work) where work.badRows.action == .quarantine:
                unknowns.append(.init(what: "rows that \(task.id) sets aside", task: task.id, knownAfter: task.id))
            case .check(let work) where work.action == .quarantine:
                unknowns.append(.init(what: "rows that \(task.id) sets aside", task: task.id, knownAfter: task.id))
                unknowns.append(.init(what: "whether \(task.id) passes", task: task.id, knownAfter: task.id))
            case .check(let work) where work.action == .block:
                unknowns.append(.init(what: "whether \(task.id) passes", task: task.id, knownAfter: task.id))
            case .load(let work):
                if let what = work.unknownRows(of: task.id) {
                    unknowns.append(.init(what: what, task: task.id, knownAfter: task.id))
                }
            default: break
            }
            return unknowns
        }
    }
}

extension PlanDocument.Finding {
    fileprivate init(_ diagnostic: Diagnostic) {
        self.init(
            code: diagnostic.rule.code, name: diagnostic.rule.name, severity: diagnostic.severity.rawValue,
            message: diagnostic.message.description, help: diagnostic.help?.description, source: .init(diagnostic.span))
    }
}

extension PlanDocument.Summary {
    fileprivate init(
        _ tasks: [PlanDocument.Task], _ effects: [PlanDocument.Effect], _ findings: [PlanDocument.Finding]
    ) {
        func count(_ actions: [PlanDocument.Action]) -> Int { tasks.count { $0.actions == actions } }
        reused = count([.reuse])
        waiting = count([.wait])
        blocked = count([.block])
        skipped = count([.skip])
        toRun = tasks.count - reused - waiting - blocked - skipped
        created = count([.create])
        rebuilt = count([.delete, .create])
        destructive = effects.count(where: \.destructive)
        irreversible = effects.count { !$0.reversible.possible }
        errors = findings.count { $0.severity == Severity.error.rawValue }
        warnings = findings.count { $0.severity == Severity.warning.rawValue }
        empty = tasks.allSatisfy { !$0.runs }
    }
}
