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
            return [
                PlanDrift(.planNotRunnable, "the plan is of level \(level.number): it knows neither ledger nor tables")
            ]
        }
        let files = drift(files: fresh.inputs.files)
        // What other files make different would only repeat them.
        guard files.isEmpty else { return files }
        let data = drift(data: fresh.inputs.data ?? [])  // nobody looked: all are gone
        return data.isEmpty ? definitionDrift(fresh) + ledgerDrift(fresh) + tableDrift(fresh) : data
    }

    private func toolDrift(_ now: Tool) -> PlanDrift? {
        func major(_ version: String) -> Substring { version.prefix { $0 != "." } }
        guard major(tool.version) != major(now.version) else { return nil }
        return PlanDrift(
            .planOfOtherVersion, "the plan was made by version \(tool.version), this is version \(now.version)")
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
                    now[task.id] == nil
                        ? "task '\(task.id)' is gone" : "task '\(task.id)' does something else than planned"))
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
                let now: Message = current.lastRun.map { "run \($0)" } ?? "no run"
                let then: Message = task.lastRun.map { "run \($0)" } ?? "none"
                return PlanDrift(.planLedgerMoved, "task '\(task.id)' was completed by \(now), in the plan by \(then)")
            }
            guard task.actions != current.actions || task.reasons != current.reasons || task.hold != current.hold else {
                return nil
            }
            return PlanDrift(
                .planLedgerMoved,
                "task '\(task.id)': \(current.whyWords), in the plan: \(task.whyWords)")
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
                "table '\(effect.target.name)' is not as it was: planned \(effect.told), now it would be \(current.told)"
            )
        }
    }
}

extension PlanDocument.Effect {
    fileprivate var told: String {
        let parts = objects.map(\.words)
        return parts.isEmpty ? words : "\(words) (\(parts.joined(separator: ", ")))"
    }
}

/// What a plan does to one target beyond another plan.
package struct WiderEffect: Hashable, Sendable {
    package enum Excess: Hashable, Sendable {
        /// The other leaves the target alone.
        case target(words: String)
        case destructive
        case irreversible
        case changes([String])
    }

    package var target: PlanDocument.Target
    package var excess: Excess

    package var place: String { "\(target.kind.rawValue) \(target.name)" }

    package var message: Message {
        switch excess {
        case .target(let words): "\(place): \(words), and the plan left it alone"
        case .destructive: "\(place): destructive now"
        case .irreversible: "\(place): not reversible now"
        case .changes(let words): "\(place): also \(words.joined(separator: ", "))"
        }
    }
}

extension PlanDocument {
    /// Effects that this plan has and the other does not allow: other targets, more than it did to one, or no way back.
    package func effectsWider(than other: PlanDocument) -> [WiderEffect] {
        effects.compactMap { effect in
            excess(of: effect, over: other.effects.first { $0.target == effect.target })
                .map { WiderEffect(target: effect.target, excess: $0) }
        }
    }

    private func excess(of effect: Effect, over planned: Effect?) -> WiderEffect.Excess? {
        guard let planned else { return .target(words: effect.words) }
        if effect.destructive, !planned.destructive { return .destructive }
        if planned.reversible.possible, !effect.reversible.possible { return .irreversible }
        let more = effect.objects.map(\.words).filter { word in !planned.objects.contains { $0.words == word } }
        return effect.transaction == nil || more.isEmpty ? nil : .changes(more)
    }
}
