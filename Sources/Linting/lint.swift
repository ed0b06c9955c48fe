package import Kinds
package import Planning
package import Reporting

/// Everything that is wrong with a project: what reading it found, what compiling its pipelines finds, and what the
/// checks say about the whole.
package func lint(
    _ files: ProjectFiles, options: ReadingOptions, probe: PlanProbe = PlanProbe(), trackedFiles: Set<String>? = nil
) -> Diagnostics {
    lint(files, read: readProject(files, options: options), clock: options.clock, probe: probe, trackedFiles: trackedFiles)
}

/// As above, of a project that is read already.
package func lint(
    _ files: ProjectFiles, read reading: ProjectReading, clock: ReadingClock, probe: PlanProbe = PlanProbe(),
    trackedFiles: Set<String>? = nil
) -> Diagnostics {
    var found = reading.found
    let pipelines =
        reading.project.map { project in
            project.pipelines.map { compile($0, of: project, probe: probe, found: &found) }
        } ?? []
    let project = LintedProject(
        files: files, trees: reading.trees, project: reading.project, pipelines: pipelines, clock: clock,
        trackedFiles: trackedFiles)
    for check in checks { check.look(project, &found) }
    return found
}
