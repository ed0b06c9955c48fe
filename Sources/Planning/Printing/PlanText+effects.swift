import Reporting

extension PlanText {
    private typealias Effect = PlanDocument.Effect

    var effectLines: [String] { effectLines(document.effects, heading: view.say("Effects")) }

    var destructiveLines: [String] {
        effectLines(
            document.effects.filter { $0.destructive || !$0.reversible.possible },
            heading: view.say("Destructive effects"))
    }

    private func effectLines(_ effects: [Effect], heading: String) -> [String] {
        guard !effects.isEmpty else { return ["\(bold(heading))   \(view.say("none"))"] }
        let groups = likeEffects(effects)
        var lines: [String] = []
        for length in PathLength.allCases {
            lines = effectLines(groups, length)
            if lines.allSatisfy({ $0.count <= width }) { break }
        }
        let symbols = groups.flatMap { group in [group[0].symbol] + sublines(group).map { _ in "" } }
        return [bold(heading)]
            + zip(lines, symbols).map { line, symbol in symbol.isEmpty ? line : coloured(line, symbol) }
    }

    /// How much of a path is shown: on a narrow screen what names the dataset, or the file where it has none.
    private enum PathLength: CaseIterable {
        case whole, ends, name
    }

    private func effectLines(_ groups: [[Effect]], _ length: PathLength) -> [String] {
        var table = FittedColumns([.left, .left, .left, .right, .left], steps: length == .name ? [.drop(3)] : [])
        for group in groups {
            table.add(effectRow(group, length).map(view.marked))
            for line in sublines(group) { table.add(line: view.marked(line)) }
        }
        return table.lines(width: width)
    }

    private func targetName(of effect: Effect, _ length: PathLength) -> String {
        let parts = effect.target.name.split(separator: "/")
        guard parts.count > 1 else { return effect.target.name }
        switch length {
        case .whole: return effect.target.name
        case .ends: return parts.count > 3 ? "\(parts[0])/\(parts[1])/…/\(parts[parts.count - 1])" : effect.target.name
        case .name: return effect.target.kind == .lake ? shortName(effect) : String(parts[parts.count - 1])
        }
    }

    private func effectRow(_ group: [Effect], _ length: PathLength) -> [String] {
        let effect = group[0]
        let kind = effect.target.kind.rawValue.padded(to: 8)
        guard group.count > 1 else {
            return ["  \(kind) \(effect.symbol) ", targetName(of: effect, length), "", amount([effect]), effect.words]
        }
        let isFile = effect.target.kind == .lake || effect.target.kind == .file
        let count: Message = isFile ? "\(group.count) files" : "\(group.count) tables"
        return ["  \(kind) \(effect.symbol) ", view.say(count), "", amount(group), effect.words]
    }

    /// Rows of tables, bytes of files, where either is known.
    private func amount(_ group: [Effect]) -> String {
        let isTable = group[0].locks.count > 0 || group[0].transaction != nil
        if isTable {
            let rows = group.map(\.rows).reduce(.exact(0), +)
            return view.say("\(rows.text) rows")
        }
        return group.map(\.bytes).reduce(.exact(0), +).sizeText
    }

    private func sublines(_ group: [Effect]) -> [String] {
        let effect = group[0]
        var lines: [String] = []
        let indent = String(repeating: " ", count: 14)
        if group.count > 1 { lines += wrapped(group.map(shortName), indent: indent, width: min(width, 200), view) }
        if effect.transaction == nil { return lines }
        if group.count == 1, !effect.objects.isEmpty {
            lines += wrapped(
                effect.objects.map(\.words), indent: indent, width: min(width, 200), view, most: view.isVerbose ? 99 : 2
            )
        }
        if view.isVerbose {
            for change in group.flatMap(\.objects) {
                lines += (change.sql + ";").split(separator: "\n").map { "\(indent)  \($0)" }
            }
        }
        let lock = effect.locks.isEmpty ? "" : view.say("; lock \(effect.locks.joined(separator: ", "))")
        lines += folded(view.say("transaction: \(effect.transaction ?? view.say("none"))") + lock, indent)
        if !effect.reversible.possible || view.isVerbose {
            lines += folded(view.say("undone: \(effect.reversible.words)"), indent)
        }
        return lines
    }

    private func folded(_ text: String, _ indent: String) -> [String] {
        guard indent.count + text.count > width else { return [indent + text] }
        return text.split(separator: "; ").map { indent + $0 }
    }

    /// The end of a path is the same for all datasets of a day; its beginning names them.
    private func shortName(_ effect: Effect) -> String {
        guard effect.target.kind == .lake else { return effect.target.name }
        return effect.target.name.split(separator: "/").prefix { !$0.contains("=") && !$0.contains(".") }.joined(
            separator: "/")
    }

    private struct Likeness: Hashable {
        var kind: PlanDocument.Target.Kind
        var symbol: String
        var words: String
        var locks: [String]
        var isReport: Bool

        init(_ effect: Effect) {
            (kind, symbol, words, locks) = (effect.target.kind, effect.symbol, effect.words, effect.locks)
            isReport = effect.target.name.hasPrefix("validation/")
        }
    }

    private func likeEffects(_ effects: [Effect]) -> [[Effect]] {
        guard folding >= .effects else { return effects.map { [$0] } }
        return effects.grouped(by: Likeness.init).flatMap { alike in
            let isFile = alike[0].target.kind == .lake || alike[0].target.kind == .file
            return alike.count > 2 && (isFile || folding >= .groups) ? [alike] : alike.map { [$0] }
        }
    }
}
