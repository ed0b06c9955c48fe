extension TaskReport {
    /// Rows in = rows out + rejected + filtered + deduplicated.
    ///
    /// What is wrong with the report's numbers, as a phrase; `nil` where they are sound, or where no such account is kept:
    /// of a join or an aggregate, which says in and out alone, or of a task that makes rows of nothing.
    package var brokenRowLaw: String? {
        let losses = [(rejected, "rejected"), (filtered, "filtered"), (deduplicated, "duplicates")]
        let told = losses.compactMap { count, name in count.map { (count: $0, name: name) } }
        guard let rowsIn, let rowsOut, !told.isEmpty else { return nil }
        if let negative = ([(rowsIn, "read"), (rowsOut, "written")] + told).first(where: { $0.0 < 0 }) {
            return "\(negative.1): \(negative.0) rows, fewer than none"
        }
        let accounted = told.reduce(rowsOut) { $0 + $1.count }
        guard accounted != rowsIn else { return nil }
        let account = (["\(rowsOut) written"] + told.filter { $0.count != 0 }.map { "\($0.count) \($0.name)" }).joined(
            separator: ", "
        )
        let difference = accounted < rowsIn ? "\(rowsIn - accounted) missing" : "\(accounted - rowsIn) too many"
        return "\(rowsIn) rows were read, but \(account): \(difference)"
    }
}
