package import Configuration

extension Expectation {
    /// The column that has a value in every row, where this is met.
    package var requiredColumn: Located<String>? {
        isWithoutExceptions ? (kind as? NotNull)?.column : nil
    }

    /// Columns whose values no two rows share, where this is met; nil where it says nothing of the kind.
    package var uniqueColumns: [Located<String>]? {
        guard isWithoutExceptions, importance == .critical else { return nil }
        if let unique = kind as? Unique { return [unique.column] }
        return (kind as? CompoundUnique)?.columns
    }

    /// Whether it is about all rows.
    var isWithoutExceptions: Bool { mostly == 1 && condition == nil }
}
