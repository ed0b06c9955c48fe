package import Engines

/// What a load would run, given the table as it is.
package struct PlannedLoad: Hashable, Sendable {
    /// All of it, in order.
    package var statements: [SQL]
    /// Those that follow from the table: whoever agreed to the load agreed to them. Where rows are read from, which a
    /// statement on a DuckDB file names, is none of it.
    var onTable: [SQL]

    /// Throws where the table, as it is now, needs something else.
    func require(_ now: PlannedLoad, for table: Identifier) throws(EngineError) {
        guard onTable != now.onTable else { return }
        let more = now.onTable.first { !onTable.contains($0) }
        let less = onTable.first { !now.onTable.contains($0) }
        let words = more.map { "it now takes: \($0.text)" } ?? less.map { "it no longer takes: \($0.text)" }
        throw EngineError(
            .other, "\(table.quoted) has changed since the load was agreed to\(words.map { "; \($0)" } ?? "")",
            code: Self.changedCode, hint: "plan again and look at it", statement: more ?? less)
    }

    /// The code of the refusal, as that of a saved plan which finds the change earlier.
    package static let changedCode = "EST7028"
}
