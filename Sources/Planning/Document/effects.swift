import Engines
import Kinds
import Quality

extension PlannedTask {
    /// What the task leaves outside; nothing where it does not run.
    func effects(in plan: Plan, _ statements: PlanStatements, rows: PlanDocument.Quantity, bytes: PlanDocument.Quantity)
        -> [PlanDocument.Effect]
    {
        let reason = plan.reasons[id] ?? .new
        guard reason.runs else { return [] }
        if let hold = plan.holds[id], hold.isOut { return [] }
        switch work {
        case .wait: return []
        case .generate(let work):
            return [file(.init(kind: .file, name: work.path), "csv, written whole", reason, rows, bytes)]
        case .ingest(let work): return [lake(work.output, reason, rows, bytes)]
        case .transform(let work): return [lake(work.output, reason, rows, bytes)]
        case .check(let work):
            let unknown = PlanDocument.Quantity.unknown(after: id)
            let result = file(.init(kind: .lake, name: work.report), work.action.effect, reason, unknown, unknown)
            guard work.action == .quarantine else { return [result] }
            let aside = file(
                .init(kind: .lake, name: work.quarantinePath), "rows that break what is critical, if there are any",
                reason,
                unknown, unknown)
            return [result, aside]
        case .load(let work): return [loadEffect(work, plan, statements, rows)]
        }
    }

    private func lake(
        _ output: LakeOutput, _ reason: Plan.Reason, _ rows: PlanDocument.Quantity, _ bytes: PlanDocument.Quantity
    ) -> PlanDocument.Effect {
        let codec =
            output.parquet.usesDictionary ? "\(output.parquet.compression), dictionary" : output.parquet.compression
        let words = output.isChecked ? "\(codec); published by its check" : "\(codec); published by rename"
        return file(.init(kind: .lake, name: output.path), words, reason, rows, bytes)
    }

    private func file(
        _ target: PlanDocument.Target, _ words: String, _ reason: Plan.Reason, _ rows: PlanDocument.Quantity,
        _ bytes: PlanDocument.Quantity
    ) -> PlanDocument.Effect {
        let isNew = reason == .new || reason == .missing
        return PlanDocument.Effect(
            task: id, target: target, actions: isNew ? [.create] : [.delete, .create], words: words, rows: rows,
            bytes: bytes, objects: [], locks: [], transaction: nil,
            reversible: .init(possible: true, words: "made again from its inputs by a run"), destructive: false,
            source: .init(span))
    }

    private func loadEffect(
        _ work: LoadWork, _ plan: Plan, _ statements: PlanStatements, _ rows: PlanDocument.Quantity
    ) -> PlanDocument.Effect {
        let isEmbedded = if case .duckdb = plan.profile.connections[work.connection]?.target { true } else { false }
        let sent = statements.all(self)
        let told = sent.map { (statement: $0, meaning: TableStatement($0)) }
        let isNew = sent.contains { $0.text.hasPrefix("CREATE TABLE") }
        let removes = told.contains { $0.meaning.removesRows }
        // Where nobody looked, a table that is to be replaced may well be there.
        let mayRemove = work.mode.removesRows && !statements.hasLooked
        return PlanDocument.Effect(
            task: id,
            target: .init(
                kind: isEmbedded ? .duckdb : .postgres, name: work.table.joined(separator: "."),
                connection: work.connection),
            actions: isNew && statements.hasLooked ? [.create] : removes || mayRemove ? [.delete, .create] : [.update],
            words: work.words(isNew: isNew && statements.hasLooked), rows: rows, bytes: .unknown(after: id),
            objects: told.compactMap { step in
                step.meaning.words.map { words in
                    .init(
                        words: isNew && !statements.hasLooked ? "if it is not there: \(words)" : words,
                        sql: step.statement.text)
                }
            } + commentChanges(in: sent),
            locks: isEmbedded
                ? ["the database file, by this process"] : locks(told.compactMap(\.meaning.lock), isNew: isNew),
            transaction: "one, with the load ledger",
            reversible: work.reversal(isNew: isNew && statements.hasLooked), destructive: removes || mayRemove,
            source: .init(span))
    }

    private func commentChanges(in statements: [SQL]) -> [PlanDocument.Change] {
        let comments = statements.map(\.text).filter { $0.hasPrefix("COMMENT ON") }
        guard !comments.isEmpty else { return [] }
        return [
            .init(
                words: comments.count == 1 ? "1 comment" : "\(comments.count) comments",
                sql: comments.joined(separator: ";\n"))
        ]
    }

    /// The strongest lock alone: it holds until the commit and covers the others. Nobody waits for a new table.
    private func locks(_ taken: [String], isNew: Bool) -> [String] {
        guard !isNew, let strongest = TableStatement.lockOrder.last(where: taken.contains) else { return [] }
        let waiting = [
            "ROW EXCLUSIVE": "nobody who reads waits", "SHARE": "writers wait",
            "ACCESS EXCLUSIVE": "readers and writers wait",
        ]
        let who = waiting[strongest] ?? "others wait"
        return [
            taken.first == strongest ? "\(strongest) for the whole load: \(who)" : "\(strongest) to the commit: \(who)"
        ]
    }
}

extension OnFailure {
    /// What the result of a check goes with.
    fileprivate var effect: String {
        switch self {
        case .block: "result; a failed check keeps the dataset back"
        case .quarantine: "result; rows that fail are set aside, the dataset is kept back where that is not enough"
        case .warn: "result; a failed check only warns"
        }
    }
}
