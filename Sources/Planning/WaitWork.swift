package import Kinds

/// What a sensor looks for.
package struct WaitWork: Sendable {
    package var condition: Condition
    package var policy: WaitPolicy
    /// Whether a timeout skips what waits, and does not fail.
    package var skipsWhenMissing: Bool

    package enum Condition: Sendable {
        case files(FileCondition)
        /// Objects, by `s3://BUCKET/KEY`, of a service of the profile.
        case objects(FileCondition, service: String)
        /// A published file of the lake, by its path there; `age`: the oldest it may be.
        case dataset(name: String, path: String, age: Duration?)
        case sql(query: String, connection: String)
    }
}

extension WaitWork {
    /// "2 files 'include/*.csv'", "dataset 'raw.orders'", "a condition in 'warehouse'".
    package var subject: String {
        switch condition {
        case .files(let files): files.count == 1 ? "'\(files.path)'" : "\(files.count) files '\(files.path)'"
        case .objects(let objects, _):
            objects.count == 1 ? "'\(objects.path)'" : "\(objects.count) objects '\(objects.path)'"
        case .dataset(let name, _, _): "dataset '\(name)'"
        case .sql(_, let connection): "a condition in '\(connection)'"
        }
    }
}

extension WaitWork {
    /// Files that must be there; of what is not a file, nobody knows before the run.
    var fewestFiles: Int {
        if case .files(let files) = condition { files.count } else { Int.max }
    }
}
