import Foundation
import Testing

@testable import Execution

@Suite(.serialized) struct InterruptibleTests {
    @Test func `the first signal cancels the work and awaits its end`() async throws {
        let end = try await interruptible {
            kill(getpid(), SIGTERM)
            await cancellation()
            return "stopped cleanly"
        }
        #expect(end == "stopped cleanly")
    }

    @Test func `work that ends by itself is returned`() async throws {
        #expect(try await interruptible { 7 } == 7)
        await #expect(throws: broken) { try await interruptible { throw broken } }
    }
}
