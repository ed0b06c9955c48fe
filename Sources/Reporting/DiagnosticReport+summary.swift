extension DiagnosticReport {
    /// `Checked 14 files in 38 ms: 1 error, 2 warnings, 3 fixable (2 safe). 1 rule not run: EST4001 (needs DuckDB).`
    package var summaryLine: String? {
        guard let summary else { return nil }
        let files = counted(summary.fileCount, .file)
        let found = foundParts.joined(separator: ", ")
        var sentences: [Message] = [
            summary.milliseconds.map { "Checked \(files) in \($0) ms: \(found)." } ?? "Checked \(files): \(found)."
        ]
        if summary.fixed > 0 { sentences.append("\(counted(summary.fixed, .finding)) fixed.") }
        if !suppressed.isEmpty { sentences.append("\(suppressed.count) suppressed.") }
        if summary.hiddenHints > 0 { sentences.append("\(counted(summary.hiddenHints, .hint)) not shown (--hints).") }
        if !rulesNotRun.isEmpty { sentences.append(notRunSentence) }
        return sentences.map(language.text).joined(separator: " ")
    }

    private var foundParts: [Message] {
        guard !diagnostics.isEmpty else { return ["no findings"] }
        var parts = severityCounts.filter { $0.count > 0 }.map { counted($0.count, Countable($0.severity)) }
        let fixable = diagnostics.compactMap(\.fix?.applicability)
        if !fixable.isEmpty { parts.append("\(fixable.count) fixable (\(fixable.count { $0 == .safe }) safe)") }
        return parts
    }

    private var notRunSentence: Message {
        let reasons = Dictionary(grouping: rulesNotRun, by: \.reason.description).sorted { $0.key < $1.key }
        let told = reasons.map { reason, rules in
            "\(rules.map(\.rule.code).sorted().joined(separator: ", ")) (\(reason))"
        }
        return "\(counted(rulesNotRun.count, .rule)) not run: \(told.joined(separator: "; "))."
    }

    /// Gravest first.
    var severityCounts: [(severity: Severity, count: Int)] {
        Severity.allCases.reversed().map { severity in (severity, diagnostics.count { $0.severity == severity }) }
    }

    /// How often each rule fired, most often first, and how many of its findings have a fix.
    package var statistics: String {
        let byRule = Dictionary(grouping: diagnostics, by: \.rule)
        let ordered = byRule.sorted { ($1.value.count, $0.key.code) < ($0.value.count, $1.key.code) }
        var table = TextTable([.right, .left, .left, .left])
        for (rule, findings) in ordered {
            let fixable = findings.count { $0.fix != nil }
            table.add([
                "\(findings.count)", rule.code, rule.name, fixable == 0 ? "" : language.text("\(fixable) fixable"),
            ])
        }
        return table.lines().map { $0 + "\n" }.joined()
    }
}

/// `1 file`, `2 files`.
package func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
}
