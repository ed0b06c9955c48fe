package import Kinds
package import Reporting

/// A project's files with the fixes of their findings applied, pass by pass until nothing is left to fix.
package struct FixedProject<Judged> {
    package private(set) var files: ProjectFiles
    /// Of the files as they are now.
    package private(set) var judged: Judged
    /// How many fixes were applied.
    package private(set) var fixCount = 0
    private var refused: [Diagnostic] = []

    private let allowed: Set<Fix.Applicability>
    private let verdict: (Judged) -> FixVerdict
    private let judge: (ProjectFiles) -> Judged

    /// More passes than fixes ever need: one fix may open the way for another.
    private static var passLimit: Int { 20 }

    /// - Parameters:
    ///   - first: what `judge` says of the files as they are.
    ///   - judge: lints the files, anew for each pass.
    ///   - verdict: what matters to fixing of what `judge` found.
    package init(
        _ files: ProjectFiles, allowing allowed: Set<Fix.Applicability>, first: Judged,
        judge: @escaping (ProjectFiles) -> Judged, verdict: @escaping (Judged) -> FixVerdict
    ) {
        self.files = files
        self.allowed = allowed
        self.judge = judge
        self.verdict = verdict
        judged = first
        var seen: Set<Set<Fix>> = []
        for _ in 0..<Self.passLimit {
            let fixable = self.fixable
            let fixes = nonOverlapping(fixable.compactMap(\.fix))
            // The same fixes again would go round in circles.
            guard !fixes.isEmpty, seen.insert(Set(fixes)).inserted else { break }
            let accepted = accepted(fixes)
            let notAccepted = Set(fixes).subtracting(accepted)
            refused += fixable.filter { finding in finding.fix.map(notAccepted.contains) == true }
            guard !accepted.isEmpty else { continue }
            self.files = self.files.applying(accepted)
            judged = judge(self.files)
            fixCount += accepted.count
        }
    }

    /// Findings that could be fixed and were not, since that would have brought an error.
    package var leftOut: [Diagnostic] {
        let refused = Set(refused.map(\.fingerprint))
        return verdict(judged).fixable.filter { refused.contains($0.fingerprint) }
    }

    private var fixable: [Diagnostic] {
        let refusedFixes = Set(refused.compactMap(\.fix))
        return verdict(judged).fixable.filter { finding in
            guard let fix = finding.fix else { return false }
            return allowed.contains(fix.applicability) && !refusedFixes.contains(fix)
        }
    }

    /// Those of the fixes that break nothing when all are applied together. One bad fix of n costs about 2·log n lints.
    private func accepted(_ fixes: [Fix]) -> [Fix] {
        let before = verdict(judged)
        var trial = FixTrial(verdict: before)
        // What a project only grades as an error hides nothing.
        let hiding = before.errors.filter { $0.fix != nil && $0.rule.severity == .error }
        accept(fixes[...], mending: Dictionary(grouping: hiding, by: \.fix), onto: &trial)
        return trial.fixes
    }

    /// Adds fixes to those that are accepted: all at once where they bring no error, else one by one.
    private func accept(_ fixes: ArraySlice<Fix>, mending errors: [Fix?: [Diagnostic]], onto trial: inout FixTrial) {
        let after = verdict(judge(files.applying(trial.fixes + fixes)))
        if trial.verdict.isKept(by: after) || isMended(fixes, errors, trial: trial, after: after) {
            trial = FixTrial(fixes: trial.fixes + fixes, verdict: after)
        } else if fixes.count > 1 {
            let middle = fixes.startIndex + fixes.count / 2
            accept(fixes[..<middle], mending: errors, onto: &trial)
            accept(fixes[middle...], mending: errors, onto: &trial)
        }
    }
}

extension FixedProject {
    /// Whether a fix takes an error away, and what is found in its stead may have been hidden by it: a safe fix changes no
    /// meaning and so brings none of its own, and nobody knew what a file holds that did not parse; of another, what it
    /// shows is no more than it takes away, or can be fixed.
    private func isMended(_ fixes: ArraySlice<Fix>, _ errors: [Fix?: [Diagnostic]], trial: FixTrial, after: FixVerdict)
        -> Bool
    {
        guard fixes.count == 1, let fix = fixes.first,
            errors[fix, default: []].contains(where: { after.hasLess(of: $0, than: trial.verdict) }),
            trial.verdict.parsed.isSubset(of: after.parsed)
        else { return false }
        let parsed = trial.verdict.parsed
        let opensFile = fix.edits.contains { !parsed.contains($0.file) && after.parsed.contains($0.file) }
        let limit = trial.verdict.errors(in: parsed)
        if fix.applicability == .safe || opensFile || after.errors(in: parsed) <= limit { return true }
        let more = nonOverlapping(after.errors.compactMap(\.fix).filter { allowed.contains($0.applicability) })
        let last = verdict(judge(files.applying(trial.fixes + fixes).applying(more)))
        return parsed.isSubset(of: last.parsed) && last.errors(in: parsed) <= limit
    }
}

/// Fixes of one pass that are accepted so far.
private struct FixTrial {
    var fixes: [Fix] = []
    /// On the files with these fixes.
    var verdict: FixVerdict
}

/// What fixing looks at after each pass.
package struct FixVerdict: Sendable {
    /// Findings whose fixes may be applied, in the order in which they are preferred.
    package var fixable: [Diagnostic]
    /// All errors there are, shown or not.
    package var errors: [Diagnostic]
    /// Paths of the files that parse. What is found in a file that did not parse before is not new.
    package var parsed: Set<String>

    package init(fixable: [Diagnostic], errors: [Diagnostic], parsed: Set<String>) {
        self.fixable = fixable
        self.errors = errors
        self.parsed = parsed
    }
}

extension FixVerdict {
    /// Whether all that parsed still does, and no error is new.
    fileprivate func isKept(by after: FixVerdict) -> Bool {
        guard parsed.isSubset(of: after.parsed) else { return false }
        var left = countsByFingerprint(errors)
        for error in after.errors where parsed.contains(error.span.file) {
            guard let count = left[error.fingerprint], count > 0 else { return false }
            left[error.fingerprint] = count - 1
        }
        return true
    }

    fileprivate func hasLess(of error: Diagnostic, than before: FixVerdict) -> Bool {
        errors.count { $0.fingerprint == error.fingerprint }
            < before.errors.count { $0.fingerprint == error.fingerprint }
    }

    /// How many errors stand in files. What is found in one that did not parse before is not new.
    fileprivate func errors(in files: Set<String>) -> Int { errors.count { files.contains($0.span.file) } }

    private func countsByFingerprint(_ errors: [Diagnostic]) -> [String: Int] {
        errors.reduce(into: [:]) { $0[$1.fingerprint, default: 0] += 1 }
    }
}
