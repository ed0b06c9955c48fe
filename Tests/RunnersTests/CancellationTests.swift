import Synchronization
import Testing

@testable import Runners

@Suite struct CancellationTests {
    @Test func `Stops what is known`() {
        let stopped = Mutex(0)
        let cancellation = Cancellation()
        cancellation.set { stopped.withLock { $0 += 1 } }
        #expect(!cancellation.isCancelled)
        cancellation.cancel()
        cancellation.cancel()
        #expect(cancellation.isCancelled)
        #expect(stopped.withLock(\.self) == 1)
    }

    @Test func `Stops what becomes known after the wish`() {
        let stopped = Mutex(0)
        let cancellation = Cancellation()
        cancellation.cancel()
        #expect(stopped.withLock(\.self) == 0)
        cancellation.set { stopped.withLock { $0 += 1 } }
        #expect(stopped.withLock(\.self) == 1)
    }
}
