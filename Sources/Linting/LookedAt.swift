import Algebra
package import Configuration
package import Kinds
package import Planning
package import Reporting

/// A project's files with all that reading, compiling and every check found in them, nothing accepted or left out yet.
package struct LookedAt: Sendable {
    package let files: ProjectFiles
    package let project: Project?
    /// By path; files that do not parse are absent.
    package let trees: [String: Node]
    package let found: Diagnostics
    /// What pipelines are together with their fragments.
    package let includes: Includes
    /// What checks see; nil where all was found by other means.
    let linted: LintedProject?
    /// Every rule that the project can break: Esteira's and its own, by code.
    package let rules: [Rule]
    /// Texts of queries that no engine was there to bind.
    package let unboundQueries: Set<String>

    package init(
        _ files: ProjectFiles, options: ReadingOptions, probe: PlanProbe = PlanProbe(), trackedFiles: Set<String>? = nil
    ) {
        self.init(
            files, read: readProject(files, options: options), clock: options.clock, probe: probe,
            trackedFiles: trackedFiles)
    }

    /// As above, of a project that is read already.
    package init(
        _ files: ProjectFiles, read reading: ProjectReading, clock: ReadingClock, probe: PlanProbe = PlanProbe(),
        trackedFiles: Set<String>? = nil
    ) {
        var found = reading.found
        var unbound: Set<String> = []
        var counting = probe
        counting.bind = { query in
            let answer = probe.bind(query)
            if answer == nil { unbound.insert(query.text) }
            return answer
        }
        var pipelines: [CompiledPipeline] = []
        if let project = reading.project {
            var shared = SharedFindings()
            for pipeline in project.pipelines {
                var new = Diagnostics()
                pipelines.append(compile(pipeline, of: project, probe: counting, found: &new))
                shared.take(
                    new.items, of: pipeline.file, including: reading.includes.fragments[pipeline.file, default: []])
            }
            found.report(contentsOf: shared.diagnostics)
        }
        let section = LintSection(reading.trees[ProjectFiles.projectFile])
        let policies = Policies(section.policies)
        let checks = checks + policies.checks
        // Checks only read it, each on a thread of its own.
        let linted = LintedProject(
            files: files, trees: reading.trees, includes: reading.includes, project: reading.project,
            pipelines: pipelines, clock: clock,
            trackedFiles: trackedFiles, hasErrors: found.hasErrors,
            settings: RuleSettings(section, rules: allRules), policies: policies)
        let looked = concurrently(checks.count) { number in
            var found = Diagnostics()
            checks[number].look(linted, &found)
            return found
        }
        for findings in looked { found.report(contentsOf: findings) }
        self.linted = linted
        self.files = files
        project = reading.project
        trees = reading.trees
        includes = reading.includes
        self.found = found
        rules = allRules + policies.rules
        unboundQueries = unbound
    }

    /// What was found by other means.
    package init(
        _ files: ProjectFiles, trees: [String: Node], found: Diagnostics, unboundQueries: Set<String> = []
    ) {
        linted = nil
        includes = Includes()
        self.files = files
        project = nil
        self.trees = trees
        self.found = found
        rules = allRules + Policies(LintSection(trees[ProjectFiles.projectFile]).policies).rules
        self.unboundQueries = unboundQueries
    }

    /// What those of the costly checks find whose rules are wanted.
    func costlyFindings(_ isWanted: (Rule) -> Bool) -> Diagnostics {
        var found = Diagnostics()
        guard let linted else { return found }
        for check in costlyChecks where isWanted(check.rule) { check.look(linted, &found) }
        return found
    }

    /// What `esteira.yaml` says of linting.
    package var section: LintSection { LintSection(trees[ProjectFiles.projectFile]) }
}
