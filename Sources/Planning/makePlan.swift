package import Kinds
package import Reporting

/// Turns a pipeline of a project into a plan. Writes nothing: it has nothing to write with.
///
/// Nil where something is wrong that would make the plan meaningless; `found` says what.
///
/// - Parameter showsBlocked: variables of connections that are not set block the loads that need them, and no more.
package func makePlan(
    for pipeline: Pipeline, of project: Project, probe: PlanProbe, inputs: PlanInputs = PlanInputs(),
    showsBlocked: Bool = false, found: inout Diagnostics
) -> Plan? {
    let compiled = compile(pipeline, of: project, probe: probe, found: &found)
    let blocking: Set<Diagnostic> = showsBlocked ? Set(project.profile.unsetVariables.values.joined()) : []
    guard !found.items.contains(where: { $0.severity == .error && !blocking.contains($0) }) else { return nil }
    let builder = TaskBuilder(compiled: compiled, project: project, probe: probe)
    let tasks = inWaves(builder.tasks())
    let files = inputFiles(of: tasks, probe)
    let judged = Judgement(tasks: tasks, files: files, probe: probe)
    let looksAtFiles = inputs.contact == .metadata || inputs.contact == .probe
    let holds =
        looksAtFiles ? Holds(tasks, reasons: judged.reasons, files: files, profile: project.profile).byTask : [:]
    return Plan(
        project: project.name, pipeline: pipeline, profile: project.profile, tasks: judged.counted,
        reasons: judged.reasons, findings: found, files: files, inputs: inputs,
        ledger: probe.ledger, durations: probe.durations, usages: probe.usages, holds: holds)
}

private func inputFiles(of tasks: [PlannedTask], _ probe: PlanProbe) -> [String: [FileFact]] {
    var files: [String: [FileFact]] = [:]
    for task in tasks where !task.dependsOn.contains(where: { $0.hasPrefix("generate.") }) {
        switch task.work {
        case .ingest(let work): files[task.id] = probe.files(work.path)
        case .wait(let work):
            if case .files(let awaited) = work.condition { files[task.id] = probe.files(awaited.path) }
        case .generate, .transform, .check, .load: break
        }
    }
    return files
}

/// Each task after those it depends on; tasks of a wave stay as declared.
private func inWaves(_ tasks: [PlannedTask]) -> [PlannedTask] {
    zip(waveNumbers(tasks), tasks).enumerated().sorted { a, b in
        a.element.0 != b.element.0 ? a.element.0 < b.element.0 : a.offset < b.offset
    }.map(\.element.1)
}

/// Longest way to each task from one that depends on nothing, 1-based.
private func waveNumbers(_ tasks: [PlannedTask]) -> [Int] {
    var wave: [String: Int] = [:]
    // Tasks come built in an order in which dependencies precede, so that one pass is enough.
    return tasks.map { task in
        let number = 1 + task.dependsOn.reduce(0) { max($0, wave[$1, default: 0]) }
        wave[task.id] = number
        return number
    }
}

extension Plan {
    /// Longest way to a task from one that depends on nothing, 1-based.
    package var waves: [String: Int] {
        Dictionary(zip(tasks.map(\.id), waveNumbers(tasks)), uniquingKeysWith: { $1 })
    }
}
