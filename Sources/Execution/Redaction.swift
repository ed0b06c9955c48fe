import Foundation

/// Blots out secrets. Longest first, so that a secret containing another leaves no tail.
package struct Redaction: Sendable, Hashable {
    private let secrets: [String]

    package init(_ secrets: some Sequence<String>) {
        self.secrets = Set(secrets).filter { !$0.isEmpty }.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    }

    package func callAsFunction(_ text: String) -> String {
        secrets.reduce(text) { $0.replacing($1, with: "•••") }
    }

    package func callAsFunction(_ fields: [String: String]) -> [String: String] {
        secrets.isEmpty ? fields : fields.mapValues { self($0) }
    }

    func callAsFunction(_ failure: TaskFailure) -> TaskFailure {
        var failure = failure
        failure.message = self(failure.message)
        failure.hint = failure.hint.map { self($0) }
        failure.details = self(failure.details)
        return failure
    }

    func callAsFunction(_ report: TaskReport) -> TaskReport {
        var report = report
        report.notes = report.notes.map { self($0) }
        report.outputs = report.outputs.map { self($0) }
        report.alreadyDone = report.alreadyDone.map { self($0) }
        return report
    }
}
