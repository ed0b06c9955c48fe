import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let retryPolicy = Rule(
        "EST7009",
        "retry-policy",
        .hint,
        fix: .unsafe,
        since: "0.2.0",
        summary: "Attempts follow each other at one distance, or the cap cuts the first wait.",
        explanation: """
            What keeps a server from answering rarely passes in the time of one wait, and many clients that come back at one \
            distance keep it busy. Waits that double give it time; `max_delay` is for the last of them, not the first.
            """,
        bad: """
            sources:
              orders:
                csv: include/orders.csv
                schema: orders
                retries: {attempts: 5, delay: 5s, backoff: ⟦constant⟧}
            sinks:
              orders: {table: orders}
            """,
        good: """
            sources:
              orders:
                csv: include/orders.csv
                schema: orders
                retries: {attempts: 5, delay: 5s, backoff: exponential}
            sinks:
              orders: {table: orders}
            """
    )
}

extension Check {
    static let retryPolicy = Check(.retryPolicy) { project, found in
        for retries in project.retries {
            checkBackoff(retries, &found)
            checkCap(retries, &found)
        }
    }
}

private func checkBackoff(_ retries: Node, _ found: inout Diagnostics) {
    guard let node = retries["backoff"], let scalar = node.scalar,
        TaskPolicy.Backoff(rawValue: scalar.text) == .constant,
        // One wait alone has no other to differ from.
        let attempts = retries["attempts"]?.scalar.flatMap({ Int($0.text) }), attempts > 2
    else { return }
    found.report(
        Diagnostic(
            .retryPolicy,
            "\(attempts) attempts follow each other at one distance",
            at: node.span,
            help: "write 'backoff: exponential'",
            fix: Text(scalar.text, places: scalar.places).fix(respelling: "exponential")
        )
    )
}

private func checkCap(_ retries: Node, _ found: inout Diagnostics) {
    guard let cap = retries["max_delay"], let longest = cap.duration, let first = retries["delay"]?.duration,
        longest < first
    else { return }
    found.report(
        Diagnostic(
            .retryPolicy,
            "the first wait is longer than 'max_delay' allows",
            at: cap.span,
            help: "raise 'max_delay', or lower 'delay'"
        )
    )
}

extension Node {
    fileprivate var duration: Duration? { scalar.flatMap { Duration(parsing: $0.text) } }
}

extension LintedProject {
    /// Every `retries` of the project and of its pipelines.
    fileprivate var retries: [Node] {
        var found: [Node] = []
        if let defaults = trees[ProjectFiles.projectFile]?["defaults"]?["retries"] { found.append(defaults) }
        for tree in pipelineTrees {
            for section in ["generators", "sources", "transforms", "sinks"] {
                found += tree.entries(of: section).compactMap { $0.value["retries"] }
            }
        }
        return found
    }
}
