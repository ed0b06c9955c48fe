/// How one database of the process is opened.
package struct DuckDBSettings: Hashable, Sendable {
    /// nil: as many as DuckDB thinks the machine or its container has.
    package var threads: Int?
    /// A share of the machine's or the container's memory (`60%`), or an amount (`4GB`).
    package var memoryLimit: String
    /// Where a private folder for spilled rows is made; nil: the system's folder for temporary files.
    package var temporaryDirectory: String?
    /// Most bytes in that folder; nil: nine tenths of what is free.
    package var spillLimit: Int?
    /// The session time zone: what a `timestamptz` looks like when it becomes text or a date.
    package var timeZone: String
    /// False lets DuckDB write with all threads and less memory; order then only comes from `ORDER BY`.
    package var preserveInsertionOrder: Bool

    package init(
        threads: Int? = nil,
        memoryLimit: String? = nil,
        temporaryDirectory: String? = nil,
        spillLimit: Int? = nil,
        timeZone: String = "UTC",
        preserveInsertionOrder: Bool = false
    ) {
        self.threads = threads
        self.memoryLimit = memoryLimit ?? "60%"
        self.temporaryDirectory = temporaryDirectory
        self.spillLimit = spillLimit
        self.timeZone = timeZone
        self.preserveInsertionOrder = preserveInsertionOrder
    }

    /// Names and values that DuckDB takes when it opens a database; the time zone comes after, with its extension.
    ///
    /// - Parameter availableMemory: bytes that a percentage is a share of.
    func options(spillingTo folder: String, availableMemory: UInt64) -> [(name: String, value: String)] {
        var options = [
            ("memory_limit", Self.memoryLimit(memoryLimit, of: availableMemory)),
            ("temp_directory", folder),
            ("preserve_insertion_order", String(preserveInsertionOrder)),
            // Nothing is downloaded behind the user's back.
            ("autoinstall_known_extensions", "false"),
        ]
        if let spillLimit { options.append(("max_temp_directory_size", "\(spillLimit)B")) }
        if let threads { options.append(("threads", String(threads))) }
        return options
    }

    /// `60%` of 1,000,000 bytes is `600000B`; an amount stays as it is.
    static func memoryLimit(_ limit: String, of available: UInt64) -> String {
        guard limit.hasSuffix("%"), let share = Double(limit.dropLast()) else { return limit }
        return "\(UInt64(Double(available) * share / 100))B"
    }
}
