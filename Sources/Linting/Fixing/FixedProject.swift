package import Kinds
package import Reporting

/// A project's files with the fixes of their findings applied, pass by pass until nothing is left to fix.
package struct FixedProject<Judged> {
    package private(set) var files: ProjectFiles
    /// Of the files as they are now.
    package private(set) var judged: Judged
    /// How many fixes were applied.
    package private(set) var fixCount = 0
    /// Findings whose fix would have brought a new error; they stay.
    package private(set) var refused: [Diagnostic] = []

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
        self.judge = judge
        self.verdict = verdict
        judged = first
        var seen: Set<Set<Fix>> = []
        for _ in 0..<Self.passLimit {
            let refusedFixes = Set(refused.compactMap(\.fix))
            let fixable = verdict(judged).fixable.filter { finding in
                guard let fix = finding.fix else { return false }
                return allowed.contains(fix.applicability) && !refusedFixes.contains(fix)
            }
            let fixes = nonOverlapping(fixable.compactMap(\.fix))
            // The same fixes again would go round in circles.
            guard !fixes.isEmpty, seen.insert(Set(fixes)).inserted else { break }
            let accepted = accepted(fixes, onto: [])
            let notAccepted = Set(fixes).subtracting(accepted)
            refused += fixable.filter { finding in finding.fix.map(notAccepted.contains) == true }
            guard !accepted.isEmpty else { continue }
            self.files = self.files.applying(accepted)
            judged = judge(self.files)
            fixCount += accepted.count
        }
    }

    /// Those of the fixes that bring no error when all are applied together. One bad fix of n costs about 2·log n lints.
    private func accepted(_ fixes: [Fix], onto base: [Fix]) -> [Fix] {
        if bringsNoError(base + fixes) { return fixes }
        guard fixes.count > 1 else { return [] }
        let first = accepted(Array(fixes[..<(fixes.count / 2)]), onto: base)
        return first + accepted(Array(fixes[(fixes.count / 2)...]), onto: base + first)
    }

    private func bringsNoError(_ fixes: [Fix]) -> Bool {
        let before = verdict(judged)
        let after = verdict(judge(files.applying(fixes)))
        guard before.parsed.isSubset(of: after.parsed) else { return false }
        var left = countsByFingerprint(before.errors)
        for error in after.errors where before.parsed.contains(error.span.file) {
            guard let count = left[error.fingerprint], count > 0 else { return false }
            left[error.fingerprint] = count - 1
        }
        return true
    }

    private func countsByFingerprint(_ errors: [Diagnostic]) -> [String: Int] {
        errors.reduce(into: [:]) { $0[$1.fingerprint, default: 0] += 1 }
    }
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
