import Configuration

/// The fields that defects of one column have in common.
let defectFields = [
    Field("column", .column, required: true, doc: "The column."),
    Field("rate", .share, required: true, example: "5%", doc: "Share of the rows, decided row by row."),
]

extension Record {
    /// Column and rate of a defect; nil where either is missing.
    var defectPlace: (column: String, share: Double)? {
        guard let column = text("column"), let rate = share("rate") else { return nil }
        return (column.string, rate.value)
    }
}
