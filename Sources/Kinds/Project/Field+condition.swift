import Configuration

extension Field {
    /// On whatever may be left out of a run.
    static let condition = Field(
        "when", .expression, example: "\"params.full or day_of_week(params.date) = 1\"",
        doc: """
            A condition over the parameters. Where it does not hold, this is skipped, and so is all that depends on it; \
            nothing has failed.
            """)
}
