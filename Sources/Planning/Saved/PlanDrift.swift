package import Reporting

/// Why the world is no longer what a saved plan was made for.
package struct PlanDrift: Hashable, Sendable {
    package var rule: Rule
    /// Names the difference.
    package var message: Message

    package init(rule: Rule, message: Message) {
        self.rule = rule
        self.message = message
    }

    fileprivate init(_ rule: Rule, _ message: Message) { self.init(rule: rule, message: message) }
}

extension PlanDocument {
    /// What differs between this saved plan and one made just now for the same pipeline, profile and parameters.
    ///
    /// Nothing where running is just what was planned: the same files and definitions, the same state of every task, the
    /// same statements for every table.
    package func drift(to fresh: PlanDocument) -> [PlanDrift] {
        if let tool = toolDrift(fresh.tool) { return [tool] }
        guard level.number == Contact.metadata.rawValue || level.number == Contact.probe.rawValue else {
            return [PlanDrift(.planNotRunnable, "the plan is of level \(level.number): it knows neither ledger nor tables")]
        }
        let files = drift(files: fresh.inputs.files)
        // What other files make different would only repeat them.
        return files.isEmpty ? definitionDrift(fresh) + ledgerDrift(fresh) + tableDrift(fresh) : files
    }

    private func toolDrift(_ now: Tool) -> PlanDrift? {
        func major(_ version: String) -> Substring { version.prefix { $0 != "." } }
        guard major(tool.version) != major(now.version) else { return nil }
        return PlanDrift(.planOfOtherVersion, "the plan was made by version \(tool.version), this is version \(now.version)")
    }

    /// Files of the project that have come, gone or changed since.
    package func drift(files: [PlanInputs.InputFile]) -> [PlanDrift] {
        let was = Dictionary(inputs.files.map { ($0.path, $0.digest) }, uniquingKeysWith: { $1 })
        let now = Dictionary(files.map { ($0.path, $0.digest) }, uniquingKeysWith: { $1 })
        return Set(was.keys).union(now.keys).sorted().filter { was[$0] != now[$0] }.map { path in
            switch (was[path], now[path]) {
            case (nil, _): PlanDrift(.planConfigurationChanged, "'\(path)' is new since the plan")
            case (_, nil): PlanDrift(.planConfigurationChanged, "'\(path)' is gone since the plan")
            default: PlanDrift(.planConfigurationChanged, "'\(path)' has changed since the plan")
            }
        }
    }

    /// The same files can mean something else: a variable has another value, a query binds to other columns.
    private func definitionDrift(_ fresh: PlanDocument) -> [PlanDrift] {
        let now = Dictionary(fresh.tasks.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        var drift: [PlanDrift] = []
        for task in tasks where now[task.id]?.definition != task.definition {
            drift.append(
                PlanDrift(
                    .planConfigurationChanged,
                    now[task.id] == nil ? "task '\(task.id)' is gone" : "task '\(task.id)' does something else than planned"))
        }
        let planned = Set(tasks.map(\.id))
        return drift
            + fresh.tasks.filter { !planned.contains($0.id) }.map {
                PlanDrift(.planConfigurationChanged, "task '\($0.id)' is not in the plan")
            }
    }

    private func ledgerDrift(_ fresh: PlanDocument) -> [PlanDrift] {
        let now = Dictionary(fresh.tasks.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        return tasks.compactMap { task in
            guard let current = now[task.id] else { return nil }
            if task.lastRun != current.lastRun {
                return PlanDrift(
                    .planLedgerMoved,
                    "task '\(task.id)' was completed by \(current.lastRun.map { "run \($0)" } ?? "no run"), in the plan by \(task.lastRun.map { "run \($0)" } ?? "none")")
            }
            guard task.actions != current.actions || task.reasons != current.reasons else { return nil }
            return PlanDrift(
                .planLedgerMoved,
                "task '\(task.id)': \(current.reasons.map(\.words).joined(separator: "; ")), in the plan: \(task.reasons.map(\.words).joined(separator: "; "))")
        }
    }

    /// With the same configuration, other statements come of another table.
    private func tableDrift(_ fresh: PlanDocument) -> [PlanDrift] {
        effects.filter { $0.transaction != nil }.compactMap { effect in
            guard let current = fresh.effects.first(where: { $0.task == effect.task }),
                current.objects != effect.objects || current.destructive != effect.destructive
            else { return nil }
            return PlanDrift(
                .planTableChanged,
                "table '\(effect.target.name)' is not as it was: planned \(effect.told), now it would be \(current.told)")
        }
    }
}

extension PlanDocument.Effect {
    fileprivate var told: String {
        let parts = objects.map(\.words)
        return parts.isEmpty ? words : "\(words) (\(parts.joined(separator: ", ")))"
    }
}

extension PlanDocument {
    /// Effects that this plan has and the other does not allow: other targets, more than it did to one, or no way back.
    package func effectsWider(than other: PlanDocument) -> [String] {
        effects.compactMap { effect in
            guard let planned = other.effects.first(where: { $0.target == effect.target }) else {
                return "\(effect.target.kind.rawValue) \(effect.target.name): \(effect.words), and the plan left it alone"
            }
            if effect.destructive, !planned.destructive {
                return "\(effect.target.kind.rawValue) \(effect.target.name): destructive now"
            }
            if planned.reversible.possible, !effect.reversible.possible {
                return "\(effect.target.kind.rawValue) \(effect.target.name): not reversible now"
            }
            let more = effect.objects.map(\.words).filter { word in !planned.objects.contains { $0.words == word } }
            guard effect.transaction != nil, !more.isEmpty else { return nil }
            return "\(effect.target.kind.rawValue) \(effect.target.name): also \(more.joined(separator: ", "))"
        }
    }
}
