package import Reporting

extension Baseline {
    /// What to write down of the findings that there are now.
    ///
    /// - Parameter known: the baseline so far, beyond which nothing is accepted; nil accepts all.
    package init(_ findings: [Diagnostic], within known: Baseline?) {
        let allowed = known?.counts
        entries = Dictionary(grouping: findings, by: \.fingerprint).compactMap { fingerprint, findings in
            let count = min(findings.count, allowed.map { $0[fingerprint, default: 0] } ?? .max)
            guard count > 0, let first = findings.first else { return nil }
            return Entry(
                path: first.span.file, code: first.rule.code, fingerprint: fingerprint, count: count,
                message: first.message.description, span: first.span)
        }
    }

    /// Findings in their order, parted into new ones and known ones, with entries that occur no longer.
    func parting(_ findings: [Diagnostic]) -> (new: [Diagnostic], known: [SuppressedFinding], stale: [Diagnostic]) {
        var left = counts
        var new: [Diagnostic] = []
        var known: [SuppressedFinding] = []
        for finding in findings {
            let fingerprint = finding.fingerprint
            if let count = left[fingerprint], count > 0 {
                left[fingerprint] = count - 1
                known.append(SuppressedFinding(finding, by: .baseline))
            } else {
                new.append(finding)
            }
        }
        var told: Set<String> = []
        let stale = entries.filter { left[$0.fingerprint, default: 0] > 0 && told.insert($0.fingerprint).inserted }
        return (new, known, stale.map { .stale($0, left: left[$0.fingerprint, default: 0]) })
    }

    private var counts: [String: Int] {
        Dictionary(entries.map { ($0.fingerprint, $0.count) }, uniquingKeysWith: +)
    }
}

extension Diagnostic {
    fileprivate static func stale(_ entry: Baseline.Entry, left: Int) -> Diagnostic {
        let message: Message =
            left == entry.count
            ? "'\(entry.message)' (\(entry.code)) is no longer found in '\(entry.path)'"
            : "'\(entry.message)' (\(entry.code)) is found less often in '\(entry.path)'"
        return Diagnostic(.staleBaseline, message, at: entry.span, help: "'esteira lint --write-baseline' takes it out")
    }
}
