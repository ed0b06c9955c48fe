extension PlanDocument {
    /// A number with its kind: exact, estimated by some method, or not known until a task has run.
    package struct Quantity: Hashable, Sendable, Codable {
        package enum Kind: String, Hashable, Sendable, Codable {
            case exact, estimate, unknown
        }

        package var kind: Kind
        package var value: Int?
        /// How an estimate came about.
        package var method: String?
        /// The task after which an unknown is known.
        package var knownAfter: String?

        package static func exact(_ value: Int) -> Quantity { Quantity(kind: .exact, value: value) }

        package static func estimate(_ value: Int, by method: String) -> Quantity {
            Quantity(kind: .estimate, value: value, method: method)
        }

        package static func unknown(after task: String?) -> Quantity { Quantity(kind: .unknown, knownAfter: task) }

        /// Exact only where both are, unknown where one is.
        package static func + (a: Quantity, b: Quantity) -> Quantity {
            guard let first = a.value, let second = b.value else { return a.value == nil ? a : b }
            guard let method = a.method ?? b.method else { return .exact(first + second) }
            return .estimate(first + second, by: method)
        }
    }
}

extension RowCount {
    func quantity(knownAfter task: String?) -> PlanDocument.Quantity {
        switch self {
        case .exact(let rows): .exact(rows)
        case .estimated(let rows): .estimate(rows, by: "rows of the last run")
        case .unknown: .unknown(after: task)
        }
    }
}
