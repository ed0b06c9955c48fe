package import Execution
import Foundation
import Synchronization

extension Notifier {
    /// Performs a run and tells of it: of what is late as soon as it is, of the end when all is written.
    ///
    /// - Parameter perform: gets what must hear the run's events.
    package func following(
        _ perform: @Sendable (@escaping EventSink) async throws -> RunOutcome
    ) async throws -> RunOutcome {
        let (notices, late) = AsyncStream<RunNotice>.makeStream()
        let begun = Mutex<(start: RunStart, at: Date)?>(nil)
        // Not a child: of a run that was interrupted the end is to be told too.
        let telling = Task { await tellAll(notices) }
        let outcome: RunOutcome
        do {
            outcome = try await perform { event, now in
                switch event {
                case .runStarted(let start): begun.withLock { $0 = (start, now) }
                case .deadlineMissed(let task, let limit):
                    guard let (start, at) = begun.withLock(\.self) else { return }
                    late.yield(RunNotice(late: task, after: limit, of: start, startedAt: at))
                default: break
                }
            }
        } catch {
            late.finish()
            await telling.value
            throw error
        }
        late.yield(RunNotice(outcome))
        late.finish()
        await telling.value
        return outcome
    }

    private func tellAll(_ notices: AsyncStream<RunNotice>) async {
        for await notice in notices { await tell(notice) }
    }
}
