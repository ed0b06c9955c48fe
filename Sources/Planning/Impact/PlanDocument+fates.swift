/// What a load does to things that hang on its table.
extension PlanDocument.Dependent {
    package static let stale = "kept as it is, shows the old rows until it is refreshed"
    package static let unseen = "row triggers do not fire for the rows that are removed"
    package static let refused = "the load fails while rows refer to these"
    package static let taken = "rows that refer to these are deleted too"

    /// - Parameter value: what the columns then have.
    package static func cleared(to value: String) -> String { "columns that refer to these become \(value)" }

    /// Whether a replacement harms it.
    package var isEndangered: Bool {
        [Self.stale, Self.unseen, Self.refused, Self.taken].contains(fate) || fate.hasPrefix(Self.cleared(to: ""))
    }
}
