import Foundation

/// What one expectation of a suite says, in their words and as a test of a value.
struct ShopExpectation {
    var type: String
    var column: String
    /// Members of `kwargs` beside the column.
    var arguments: [String: any Sendable] = [:]
    /// Of a value that is there; nil: the value must be there.
    var holds: (@Sendable (String) -> Bool)?

    /// How many rows break it.
    func unexpected(in rows: [[String: String]]) -> Int {
        rows.count { row in
            guard let value = row[column] else { return holds == nil }
            return holds.map { !$0(value) } ?? false
        }
    }

    private static func notNull(_ columns: String) -> [ShopExpectation] {
        columns.split(separator: " ").map {
            ShopExpectation(type: "expect_column_values_to_not_be_null", column: "\($0)")
        }
    }

    private static func least(_ column: String, _ least: Double) -> ShopExpectation {
        ShopExpectation(
            type: "expect_column_values_to_be_between", column: column,
            arguments: ["min_value": least, "max_value": NSNull()]
        ) { Double($0).map { $0 >= least } ?? false }
    }

    private static func among(_ column: String, _ set: [String]) -> ShopExpectation {
        ShopExpectation(
            type: "expect_column_values_to_be_in_set", column: column, arguments: ["value_set": set]
        ) { set.contains($0) }
    }

    static let methods = ["pix", "boleto", "cartao_credito", "cartao_debito"]
    /// In another language than the data: no order has one of them.
    static let statuses = ["pending", "completed", "cancelled"]

    static let suites: [String: [ShopExpectation]] = [
        "users": notNull("user_id email name city state") + [
            ShopExpectation(
                type: "expect_column_values_to_match_regex", column: "email",
                arguments: ["regex": #"^[^@]+@[^@]+\.[^@]+$"#]
            ) { $0.contains("@") }
        ],
        "products": notNull("product_id name category") + [least("price", 0.01), least("stock", 0)],
        "orders": notNull("user_id order_date") + [
            least("quantity", 1), least("total_price", 0.01), among("status", statuses),
        ],
        "payments": notNull("payment_id order_id paid_at") + [
            least("amount", 0.01), among("payment_method", methods),
        ],
    ]

    /// The suite's file: of 0.18 for orders and payments, of 1.x for the others.
    static func file(of table: String) throws -> String {
        let isOld = table == "orders" || table == "payments"
        let expectations = (suites[table] ?? []).enumerated().map { number, expectation -> [String: Any] in
            let kwargs = expectation.arguments.merging(["column": expectation.column]) { $1 }
            let type = isOld ? "expectation_type" : "type"
            let always: [String: Any] = [type: expectation.type, "kwargs": kwargs, "meta": [String: String]()]
            let id = "6f1d3c52-0000-4000-8000-00000000000\(number)"
            return isOld ? always : always.merging(["id": id, "severity": "critical"]) { $1 }
        }
        let version = ["great_expectations_version": isOld ? "0.18.19" : "1.5.8"]
        let suite: [String: Any] =
            isOld
            ? [
                "expectation_suite_name": "\(table)_suite", "ge_cloud_id": NSNull(), "data_asset_type": NSNull(),
                "expectations": expectations, "meta": version,
            ]
            : [
                "name": "\(table)_suite", "id": "6f1d3c52-0000-4000-8000-000000000000", "notes": NSNull(),
                "expectations": expectations, "meta": version,
            ]
        let data = try JSONSerialization.data(withJSONObject: suite, options: [.prettyPrinted, .sortedKeys])
        return String(decoding: data, as: UTF8.self)
    }
}
