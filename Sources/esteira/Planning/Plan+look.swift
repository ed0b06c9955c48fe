import Kinds
import Linting
import Planning
import Reporting
import Runners

extension Plan {
    /// With the tables that cannot take their rows.
    mutating func hold(_ look: WarehouseLook) {
        findings.report(contentsOf: look.found)
        for (task, words) in look.blocked.sorted(by: { $0.key < $1.key }) { hold(task, .blocked(words)) }
    }
}

extension LoadedProject {
    /// What lint finds wrong, beside what stops a plan: in the pipeline's own file, and in those of no pipeline.
    ///
    /// - Parameter probe: the plan's own.
    func lintErrors(concerning pipeline: Pipeline, probe: PlanProbe) throws -> Diagnostics {
        let subject: LintSubject
        do throws(LintUsageError) {
            subject = try LintSubject(
                look: { LookedAt($0, options: readingOptions, probe: probe) },
                isReported: { $0 == pipeline.file || !$0.hasPrefix("pipelines/") })
        } catch {
            throw CannotStart(error.message)
        }
        let looked = LookedAt(files, read: reading, clock: clock, probe: probe)
        let judgement = subject.judged(files, looked: looked).judgement
        return Diagnostics(judgement.findings.filter { $0.severity == .error })
    }
}
