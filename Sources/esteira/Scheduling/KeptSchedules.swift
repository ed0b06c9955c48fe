import Kinds
import Planning
import Reporting
import Synchronization

/// The schedules of a project's pipelines, read again when its files change.
final class KeptSchedules: Sendable {
    private struct State: Sendable {
        var schedules: [PipelineSchedule]
        var stamps: WatchedFolder.Stamps
    }

    private let options: ProjectOptions
    private let folder: WatchedFolder
    private let state: Mutex<State>

    /// The schedules as `project` has them; a change since it was read is seen at the next look.
    init(_ project: LoadedProject, _ schedules: [PipelineSchedule], stamps: WatchedFolder.Stamps) {
        options = project.options
        folder = WatchedFolder(project.folder)
        state = Mutex(State(schedules: schedules, stamps: stamps))
    }

    var schedules: [PipelineSchedule] { state.withLock(\.schedules) }

    /// Whether other schedules hold from now on. Where the files cannot be understood, those before do, and it is told once.
    func refresh() -> Bool {
        let stamps = folder.stamps(after: state.withLock(\.stamps))
        let isChanged = state.withLock { state in
            defer { state.stamps = stamps }
            return state.stamps != stamps
        }
        guard isChanged else { return false }
        do {
            let schedules = try Self.read(LoadedProject(options))
            state.withLock { $0.schedules = schedules }
            return true
        } catch {
            report(
                "warning: "
                    + Language.spoken.text(
                        "the files have changed, and what was scheduled stays: \(String(describing: error))"))
            return false
        }
    }

    /// Of the pipelines that have one; tells what is wrong and throws where anything is an error.
    static func read(_ project: LoadedProject) throws -> [PipelineSchedule] {
        try project.requireNoErrors(project.reading.found)
        guard let declared = project.reading.project else { throw CannotStart("the project cannot be read") }
        var found = project.reading.found
        let schedules = declared.pipelines.compactMap { PipelineSchedule($0, in: declared, found: &found) }
        try project.requireNoErrors(found)
        return schedules
    }
}
