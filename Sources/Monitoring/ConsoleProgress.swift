package import Execution
import Foundation
package import Reporting
import Synchronization

/// Shows a run on stderr: a live region on a terminal, plain lines elsewhere. Nothing goes to stdout.
///
/// The cursor is never hidden and no mode is switched on for longer than one write, so a killed process leaves the
/// terminal as it was.
package final class ConsoleProgress: Sendable {
    private struct State {
        var live: RunProgress
        var plain: PlainProgress
        /// Lines of the region on the screen now.
        var drawn = 0
        var frame = 0
    }

    private let state: Mutex<State>
    private let columns: @Sendable () -> Int?
    private let write: @Sendable (String) -> Void

    /// `columns`: the terminal's width now, `nil` when there is none. `write` gets whole updates, one at a time.
    package init(
        _ style: TextStyle,
        columns: @escaping @Sendable () -> Int? = { terminalColumns(of: 2) },
        write: @escaping @Sendable (String) -> Void = writeToStandardError
    ) {
        state = Mutex(State(live: RunProgress(style), plain: PlainProgress(style)))
        self.columns = columns
        self.write = write
    }

    package var sink: EventSink { { [self] event, now in take(event, at: now) } }

    /// Does the work while the region is redrawn ten times a second, and takes the region away at the end.
    package func drawing<T: Sendable>(
        _ clock: RunClock = .live,
        while work: @escaping @Sendable () async throws -> T
    ) async throws -> T {
        defer { update([], at: clock.now(), isLast: true) }
        return try await withThrowingTaskGroup(of: T?.self) { group in
            group.addTask { try await work() }
            group.addTask { [self] in
                while true {
                    // Ends with the work, or with the run that is being stopped.
                    do { try await clock.sleep(.milliseconds(100)) } catch { return nil }
                    update([], at: clock.now())
                }
            }
            defer { group.cancelAll() }
            while let ended = try await group.next() {
                if let result = ended { return result }
            }
            throw CancellationError()
        }
    }

    private func take(_ event: RunEvent, at now: Date) {
        guard columns() != nil else {
            state.withLock { state in
                if let line = state.plain.line(for: event, at: now) { write(line + "\n") }
            }
            return
        }
        // Rows may be told a thousand times a second; the next redraw shows them.
        if case .taskProgressed = event {
            state.withLock { _ = $0.live.take(event, at: now) }
        } else {
            update([event], at: now)
        }
    }

    private func update(_ events: [RunEvent], at now: Date, isLast: Bool = false) {
        guard let width = columns() else { return }
        state.withLock { state in
            let lines = events.flatMap { state.live.take($0, at: now) }
            state.frame += events.isEmpty ? 1 : 0
            let region = isLast ? [] : state.live.region(at: now, frame: state.frame, width: width)
            guard !lines.isEmpty || !region.isEmpty || state.drawn > 0 else { return }
            write(redraw(over: state.drawn, lines, region))
            state.drawn = region.count
        }
    }

    /// Shown at once by terminals that know synchronized output (mode 2026), and harmless to others.
    private func redraw(over drawn: Int, _ lines: [String], _ region: [String]) -> String {
        let up = drawn > 0 ? "\u{1B}[\(drawn)A" : ""
        let text = (lines + region).map { $0 + "\n" }.joined()
        return "\u{1B}[?2026h\r\(up)\u{1B}[J\(text)\u{1B}[?2026l"
    }
}

/// Nobody can be told that stderr is closed, and a view must not stop a run.
package func writeToStandardError(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
}
