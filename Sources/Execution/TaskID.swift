/// Name of a task within a pipeline: the stage, a dot, what it works on. `ingest.orders`.
package struct TaskID: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    package let rawValue: String

    package init(_ rawValue: String) { self.rawValue = rawValue }

    /// Of a member, `ingest.sales[a.csv]`, its mapped task; else the task itself. No other name has a bracket.
    package var owner: TaskID { TaskID(String(rawValue.prefix { $0 != "[" })) }

    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    package static func < (a: TaskID, b: TaskID) -> Bool { a.rawValue < b.rawValue }

    package var description: String { rawValue }
}
