import Configuration
import DuckDBEngine
import Engines
import Execution
import Expressions
import Foundation
import Kinds
import LakeStorage
import Planning
import Reporting
import Warehouse

extension TaskRunner {
    /// One look: done, or what was seen instead.
    func look(_ work: WaitWork) async throws -> TaskReport {
        let seen: String? =
            switch work.condition {
            case .files(let files): unmet(files, by: fileFacts(matching: files.path, in: folder), noun: "file")
            case .objects(let objects, let service): try await lookForObjects(objects, service)
            case .dataset(let name, let path, let age): try lookForDataset(name, path, age)
            case .sql(let query, let connection): try await lookIntoDatabase(query, connection)
            }
        return seen.map(TaskReport.notYet) ?? TaskReport(notes: ["\(work.subject) is there"])
    }

    /// What of the condition does not hold yet.
    ///
    /// - Parameter noun: "file", "object".
    private func unmet(_ condition: FileCondition, by files: [FileFact], noun: String) -> String? {
        guard files.count >= condition.count else {
            return condition.count == 1 && files.isEmpty
                ? "no \(noun) matches '\(condition.path)'"
                : "\(files.count) of \(condition.count) \(noun)s '\(condition.path)'"
        }
        if let small = files.first(where: { $0.bytes < condition.size }) {
            return "'\(small.path)' has \(small.bytes) of \(condition.size) bytes"
        }
        guard let quiet = condition.unchangedFor else { return nil }
        let latest = Int64(((Date().timeIntervalSince1970 - quiet / .seconds(1)) * 1e9).rounded(.down))
        guard let busy = files.first(where: { $0.modified > latest }) else { return nil }
        return "'\(busy.path)' changed less than \(quiet.text) ago"
    }

    private func lookForObjects(_ condition: FileCondition, _ name: String) async throws -> String? {
        guard let store = plan.profile.objectStores[name] else {
            throw TaskFailure("the profile has no S3 service named '\(name)'", code: Rule.unresolvedReference.code)
        }
        let listing = try ObjectListing(store, named: name, library: engine.library)
        let objects = try await onOwnThread(named: "wait", cancel: listing.interrupt) {
            try listing.objects(matching: condition.path)
        }
        return unmet(condition, by: objects, noun: "object")
    }

    private func lookForDataset(_ name: String, _ path: String, _ age: Duration?) throws -> String? {
        guard let file = try lake.published(path) else { return "'\(name)' is not published" }
        guard let age else { return nil }
        let old = Duration.seconds(Date().timeIntervalSince1970 - Double(file.modifiedNanoseconds) / 1e9)
        return old <= age ? nil : "'\(name)' is \(old.text) old"
    }

    private func lookIntoDatabase(_ query: String, _ name: String) async throws -> String? {
        guard let connection = plan.profile.connections[name] else {
            throw TaskFailure("the profile has no connection named '\(name)'", code: Rule.unknownConnection.code)
        }
        let answer: String? =
            switch connection.target {
            case .postgres(let url): try await firstValue(of: query, postgres: try PostgresURL(url.string))
            case .duckdb(let path):
                try await firstValue(of: query, file: folder.absolute(path.string), as: Identifier(name))
            }
        return ["t", "true"].contains(answer) || Double(answer ?? "").map { $0 != 0 } == true
            ? nil : "the query answers \(answer ?? "nothing")"
    }

    private func firstValue(of query: String, postgres url: PostgresURL) async throws -> String? {
        let stop = Cancellation()
        return try await onOwnThread(named: "wait", cancel: stop.cancel) {
            let connection = try PostgresConnection(url)
            stop.set(connection.cancel)
            try connection.execute("SET default_transaction_read_only = on")
            return try connection.rows(SQL(trusted: query)).first?.first ?? nil
        }
    }

    private func firstValue(of query: String, file: String, as name: Identifier) async throws -> String? {
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        let session = try engine.session()
        return try await onOwnThread(named: "wait", cancel: session.interrupt) {
            try withAttached(file, as: name, options: " (READ_ONLY)", session) {
                try session.execute("USE \(name)")
                let rows = try session.rows(
                    "SELECT CAST(column0 AS VARCHAR) FROM (\(SQL(trusted: query))) AS answer(column0)")
                return rows.first?.first.flatMap { value in value == .null ? nil : value.text }
            }
        }
    }
}
