import Foundation
import Reporting

/// What differs between two saved plans. Needs neither project nor state.
package struct PlanDiff: Hashable, Sendable, Codable {
    package struct Task: Hashable, Sendable, Codable {
        package var id: String
        package var action: PlanChange.Action
        /// One phrase for each difference.
        package var what: [String]
        package var source: PlanDocument.Source?
    }

    package struct Effect: Hashable, Sendable, Codable {
        package var target: String
        /// `wider` or `narrower`.
        package var action: String
        package var what: String
    }

    /// Facts about the whole plan: parameters, profile, files.
    package var about: [String]
    package var tasks: [Task]
    package var effects: [Effect]
    package var unchanged: Int

    package var isEmpty: Bool { about.isEmpty && tasks.isEmpty && effects.isEmpty }

    package init(from old: PlanDocument, to new: PlanDocument) {
        about = Self.about(old, new)
        let before = Dictionary(old.tasks.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let after = Set(new.tasks.map(\.id))
        tasks = new.tasks.compactMap { task in
            guard let was = before[task.id] else {
                return Task(id: task.id, action: .added, what: [task.mode], source: task.source)
            }
            let what = task.differences(from: was)
            return what.isEmpty ? nil : Task(id: task.id, action: .changed, what: what, source: task.source)
        }
        tasks += old.tasks.filter { !after.contains($0.id) }.map {
            Task(id: $0.id, action: .removed, what: [], source: nil)
        }
        effects = Self.effects(old, new)
        unchanged = new.tasks.count - tasks.count { $0.action != .removed }
    }

    private static func about(_ old: PlanDocument, _ new: PlanDocument) -> [String] {
        var facts: [String] = []
        for (name, before, after) in [
            ("project", old.project, new.project), ("pipeline", old.pipeline, new.pipeline),
            ("profile", old.profile, new.profile), ("tool", old.tool.version, new.tool.version),
            ("contact", "level \(old.level.number)", "level \(new.level.number)"), ("lake", old.lake, new.lake),
            ("engine memory", old.engine.memory, new.engine.memory),
        ] where before != after { facts.append("\(name): \(before) → \(after)") }
        let was = Dictionary(old.inputs.params.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        let now = Dictionary(new.inputs.params.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        for name in Set(was.keys).union(now.keys).sorted() where was[name] != now[name] {
            facts.append("param \(name): \(was[name] ?? "none") → \(now[name] ?? "none")")
        }
        let files = Set(old.inputs.files).symmetricDifference(new.inputs.files).map(\.path)
        if !files.isEmpty { facts.append("files: \(Set(files).sorted().joined(separator: ", "))") }
        return facts
    }

    private static func effects(_ old: PlanDocument, _ new: PlanDocument) -> [Effect] {
        new.effectsWider(than: old).map { Effect($0, isWider: true) }
            + old.effectsWider(than: new).map { Effect($0, isWider: false) }
    }
}

extension PlanDiff.Effect {
    fileprivate init(_ effect: WiderEffect, isWider: Bool) {
        let what =
            switch effect.excess {
            case .target(let words): isWider ? words : "\(words), no more"
            case .destructive: isWider ? "destructive now" : "destructive no more"
            case .irreversible: isWider ? "not reversible now" : "not reversible no more"
            case .changes(let words):
                isWider ? "also \(words.joined(separator: ", "))" : "no more \(words.joined(separator: ", "))"
            }
        self.init(target: effect.place, action: isWider ? "wider" : "narrower", what: what)
    }
}

extension PlanDocument.Task {
    fileprivate func differences(from old: PlanDocument.Task) -> [String] {
        var found: [String] = []
        if definition != old.definition { found.append("what it does") }
        let names = Set(columns.map(\.name))
        let gone = old.columns.map(\.name).filter { !names.contains($0) }
        if !gone.isEmpty { found.append("columns removed: \(gone.joined(separator: ", "))") }
        let known = Dictionary(old.columns.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        let added = columns.filter { known[$0.name] == nil }.map(\.name)
        if !added.isEmpty { found.append("columns added: \(added.joined(separator: ", "))") }
        for column in columns {
            guard let was = known[column.name], was != column else { continue }
            found.append("\(column.name): \(was.written) → \(column.written)")
        }
        for (name, before, after) in [
            ("mode", old.mode, mode), ("actions", old.actionWords, actionWords),
            ("after", old.dependsOn.joined(separator: ", "), dependsOn.joined(separator: ", ")),
            ("writes", old.writes.joined(separator: ", "), writes.joined(separator: ", ")),
            ("why", old.reasonWords, reasonWords), ("rows out", old.rowsOut.text, rowsOut.text),
            ("attempts", "\(old.policy.attempts)", "\(policy.attempts)"),
            ("timeout", old.policy.timeoutWords, policy.timeoutWords),
        ] where before != after {
            found.append("\(name): \(before.isEmpty ? "none" : before) → \(after.isEmpty ? "none" : after)")
        }
        return found
    }

    private var actionWords: String { actions.map(\.rawValue).joined(separator: ", ") }

    private var reasonWords: String { whyWords }
}

extension PlanDocument.Column {
    fileprivate var written: String { "\(type)\(nullable ? "" : " not null")" }
}

extension PlanDocument.Policy {
    fileprivate var timeoutWords: String { timeoutSeconds.map { "\($0) s" } ?? "none" }
}

extension PlanDiff {
    /// For a person at a terminal.
    package func text(_ view: PlanView) -> String {
        var lines = about.map { "  ~ \(differenceWords($0, view))" }
        if !lines.isEmpty { lines.insert(view.say("Plan"), at: 0) }
        if !tasks.isEmpty {
            if !lines.isEmpty { lines.append("") }
            var table = FittedColumns([.left, .left, .left], steps: [.shorten(2), .drop(2)])
            for task in tasks {
                table.add(
                    [
                        "  \(task.action.symbol) \(task.id)",
                        differenceWords(task.what.first ?? task.action.rawValue, view),
                    ], place: task.source?.text)
                for more in task.what.dropFirst() { table.add(["", differenceWords(more, view), ""]) }
            }
            lines += [view.say("Tasks")] + table.lines(width: view.style.width)
        }
        if !effects.isEmpty {
            if !lines.isEmpty { lines.append("") }
            var table = TextTable([.left, .left, .left])
            for effect in effects {
                table.add(["  \(view.tell(effect.action))", effect.target, view.tell(effect.what)])
            }
            lines += [view.say("Effects")] + table.lines()
        }
        if isEmpty { lines.append(view.say("The plans do the same.")) }
        lines += ["", view.say(unchanged == 1 ? "1 task unchanged" : "\(unchanged) tasks unchanged")]
        return lines.map(view.marked).joined(separator: "\n") + "\n"
    }

    /// `why: never completed → up to date`: what differs, and both sides.
    private func differenceWords(_ difference: String, _ view: PlanView) -> String {
        let parts = difference.split(separator: ": ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return view.tell(difference) }
        let sides = parts[1].components(separatedBy: " → ").map(view.tell)
        return "\(view.tell(parts[0])): \(sides.joined(separator: " → "))"
    }
}

extension PlanDiff {
    /// One object with sorted keys, for programs.
    package var json: String { PlanDocument.text(self, indented: true) }
}
