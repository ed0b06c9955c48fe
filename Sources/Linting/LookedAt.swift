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
        let pipelines =
            reading.project.map { project in
                project.pipelines.map { compile($0, of: project, probe: probe, found: &found) }
            } ?? []
        let linted = LintedProject(
            files: files, trees: reading.trees, project: reading.project, pipelines: pipelines, clock: clock,
            trackedFiles: trackedFiles)
        for check in checks { check.look(linted, &found) }
        self.files = files
        project = reading.project
        trees = reading.trees
        self.found = found
    }

    /// What was found by other means.
    package init(_ files: ProjectFiles, trees: [String: Node], found: Diagnostics) {
        self.files = files
        project = nil
        self.trees = trees
        self.found = found
    }

    /// What `esteira.yaml` says of linting.
    package var section: LintSection { LintSection(trees[ProjectFiles.projectFile]) }
}
