package import Reporting

extension ValidationResult {
    /// The result in the shape of Great Expectations 1.x, with `severity`, `status` and `sql` beside their fields.
    package func json(_ meta: ValidationMeta) -> JSONText {
        .object([
            ("success", .bool(isMet)),
            ("results", .array(outcomes.map { $0.json(batch: meta.dataset) })),
            ("suite_name", .string(suite)),
            ("suite_parameters", .object([])),
            ("statistics", statistics),
            ("meta", meta.json),
            ("id", .null),
        ])
    }

    private var statistics: JSONText {
        let met = outcomes.count - broken.count
        return .object([
            ("evaluated_expectations", .integer(outcomes.count)),
            ("successful_expectations", .integer(met)),
            ("unsuccessful_expectations", .integer(broken.count)),
            ("success_percent", RowCounts.percent(met, of: outcomes.count).map { .double($0) } ?? .null),
        ])
    }
}

extension ValidationMeta {
    fileprivate var json: JSONText {
        .object([
            ("esteira_version", .string(version)),
            ("active_batch_definition", .object([("data_asset_name", .string(dataset))])),
            ("run_id", .object([("run_name", .string(run)), ("run_time", .string(time))])),
            ("validation_time", .string(time)),
        ])
    }
}
