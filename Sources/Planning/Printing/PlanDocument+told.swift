extension PlanDocument {
    /// The same with its texts in the view's language. What is kept, compared and given to programs stays English.
    ///
    /// Changes against a revision and what is around tables stay too: printers decide by these texts, and tell them where
    /// they stand.
    func told(in view: PlanView) -> PlanDocument {
        var told = self
        told.level.words = view.tell(level.words)
        told.level.note = level.note.map(view.tell)
        told.tasks = tasks.map { $0.told(in: view) }
        told.effects = effects.map { $0.told(in: view) }
        told.unknowns = unknowns.map { .init(what: view.tell($0.what), task: $0.task, knownAfter: $0.knownAfter) }
        for index in diagnostics.indices {
            told.diagnostics[index].message = view.tell(diagnostics[index].message)
            told.diagnostics[index].help = diagnostics[index].help.map(view.tell)
        }
        told.estimates?.milliseconds.tell(in: view)
        told.estimates?.bytes.tell(in: view)
        if let simulation { told.simulation?.tasks = simulation.tasks.map { $0.told(in: view) } }
        told.comparison?.note = comparison?.note.map(view.tell)
        return told
    }
}

extension PlanDocument.Task {
    func told(in view: PlanView) -> PlanDocument.Task {
        var task = self
        for index in reasons.indices { task.reasons[index].words = view.tell(reasons[index].words) }
        if let hold { task.hold?.words = view.tell(hold.words) }
        for index in why.indices { task.why[index].fact = view.tell(why[index].fact) }
        task.rowsIn.tell(in: view)
        task.rowsOut.tell(in: view)
        task.bytes.tell(in: view)
        task.definitionChanges = definitionChanges?.map { $0.told(in: view) }
        return task
    }
}

extension PlanDocument.DefinitionChange {
    fileprivate func told(in view: PlanView) -> PlanDocument.DefinitionChange {
        var change = self
        change.what = view.tell(what)
        return change
    }
}

extension PlanDocument.Effect {
    fileprivate func told(in view: PlanView) -> PlanDocument.Effect {
        var effect = self
        effect.words = view.tell(words)
        effect.rows.tell(in: view)
        effect.bytes.tell(in: view)
        for index in objects.indices { effect.objects[index].words = view.tell(objects[index].words) }
        effect.locks = locks.map(view.tell)
        effect.transaction = transaction.map(view.tell)
        effect.reversible.words = view.tell(reversible.words)
        return effect
    }
}

extension PlanDocument.Quantity {
    fileprivate mutating func tell(in view: PlanView) { method = method.map(view.tell) }
}

extension Simulation.Task {
    fileprivate func told(in view: PlanView) -> Simulation.Task {
        var task = self
        task.drawnFrom = drawnFrom.map(view.tell)
        task.problem = problem.map(view.tell)
        for index in rejects.indices { task.rejects[index].reason = view.tell(rejects[index].reason) }
        for index in unmet.indices { task.unmet[index].words = view.tell(unmet[index].words) }
        return task
    }
}
