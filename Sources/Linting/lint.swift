package import Kinds
package import Planning
package import Reporting

/// Everything that is wrong with a project: what reading it found, what compiling its pipelines finds, and what the
/// checks say about the whole, without what comments in the files accept.
package func lint(
    _ files: ProjectFiles, options: ReadingOptions, probe: PlanProbe = PlanProbe(), trackedFiles: Set<String>? = nil
) -> Diagnostics {
    let looked = LookedAt(files, options: options, probe: probe, trackedFiles: trackedFiles)
    let more = looked.costlyFindings { _ in true }
    return Diagnostics(LintJudgement(looked, selection: RuleSelection(), more: more).findings)
}
