import Foundation

/// Runs a blocking call on a thread made for it (8 MiB of stack), so that Swift's shared pool never blocks.
/// When the surrounding task is cancelled, `cancel` is called once, from another thread, to make `body` return soon.
package func onOwnThread<Success: Sendable>(
    named name: String = "esteira.blocking",
    cancel: @escaping @Sendable () -> Void = {},
    _ body: @escaping @Sendable () throws -> Success
) async throws -> Success {
    try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { continuation in
            let thread = Thread { continuation.resume(with: Result(catching: body)) }
            thread.stackSize = 8 << 20
            thread.name = name
            thread.start()
        }
    } onCancel: {
        cancel()
    }
}
