import Configuration
package import Execution
package import Kinds
import Reporting

/// Tells whom the hooks of a pipeline name. What cannot be told is a warning, never the end of a run.
package struct Notifier: Sendable {
    private let hooks: [HookDeclaration]
    private let webhooks: [String: String]
    private let folder: String
    private let clock: RunClock
    private let warn: @Sendable (String) -> Void

    /// - Parameters:
    ///   - webhooks: URLs by name.
    ///   - folder: where commands start.
    ///   - warn: is told what went wrong, without URLs.
    package init(
        _ hooks: [HookDeclaration], webhooks: [String: String], folder: String, clock: RunClock = .live,
        warn: @escaping @Sendable (String) -> Void
    ) {
        self.hooks = hooks
        self.webhooks = webhooks
        self.folder = folder
        self.clock = clock
        self.warn = warn
    }

    /// Returns when all have been told, or have failed so often as they may.
    package func tell(_ notice: RunNotice) async {
        let body = notice.json.text()
        await withTaskGroup(of: Void.self) { group in
            for hook in hooks where hook.event == HookDeclaration.Event(notice.event) {
                group.addTask { await deliver(body, by: hook) }
            }
        }
    }

    private func deliver(_ body: String, by hook: HookDeclaration) async {
        for attempt in 1...hook.attempts {
            let problem = await problem(delivering: body, by: hook)
            guard let problem else { return }
            guard attempt < hook.attempts else {
                return warn("hook '\(hook.name)' was not told: \(problem)")
            }
            // Cut short by an interrupt, the next attempt is made at once.
            await clock.pause(.seconds(1 << min(attempt - 1, 6)))
        }
    }

    private func problem(delivering body: String, by hook: HookDeclaration) async -> String? {
        switch hook.action {
        case .webhook(let name):
            guard let url = webhooks[name.string] else { return "the profile has no webhook of this name" }
            return await post(body, to: url, timeout: hook.timeout)
        case .command(let words):
            return await pipe(body, to: words.map(\.string), in: folder, timeout: hook.timeout)
        }
    }
}

extension HookDeclaration {
    fileprivate var name: String {
        switch action {
        case .webhook(let name): name.string
        case .command(let words): words.first?.string ?? "command"
        }
    }
}

extension HookDeclaration.Event {
    fileprivate init(_ event: RunNotice.Event) {
        switch event {
        case .success: self = .success
        case .failure: self = .failure
        case .late: self = .late
        }
    }
}
