import Engines

extension SuitePlan {
    /// True for the rows that break an expectation, for a SELECT over the whole table; nil where no single row does.
    func fault(ofCheck number: Int) -> SQL? {
        switch checks[number].step {
        case .rows(let check, let condition, _, _, _):
            return "(\(conjunction([condition, check.unexpected]) ?? "true")) IS TRUE"
        case .key(let check, _, _, let number):
            guard case .noRepeats = check.wanted else { return nil }
            let key = keys[number]
            guard let condition = key.condition else { return "count(*) OVER (PARTITION BY \(key.columns)) > 1" }
            return """
                (\(condition)) IS TRUE AND \
                count(*) FILTER (WHERE \(condition)) OVER (PARTITION BY \(key.columns)) > 1
                """
        case .impossible, .columns, .aggregate: return nil
        }
    }
}

extension PlannedCheck {
    /// Whether single rows can break it.
    package var isAboutRows: Bool {
        switch step {
        case .rows: true
        case .key(let check, _, _, _): if case .noRepeats = check.wanted { true } else { false }
        case .impossible, .columns, .aggregate: false
        }
    }
}
