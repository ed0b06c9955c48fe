import Foundation
import TestSupport
import Testing

/// A table of the warehouse: its columns, in their order.
struct WarehouseTable {
    var name: String
    var columns: [String]
}

let warehouseTables = [
    WarehouseTable(name: "users", columns: ["user_id", "name", "email", "signup_date", "city", "state"]),
    WarehouseTable(name: "products", columns: ["product_id", "name", "category", "price", "stock"]),
    WarehouseTable(
        name: "orders",
        columns: [
            "order_id", "user_id", "product_id", "quantity", "total_price", "order_date", "status", "order_year",
            "order_month", "order_day",
        ]
    ),
    WarehouseTable(
        name: "payments",
        columns: [
            "payment_id", "order_id", "payment_method", "amount", "paid_at", "paid_year", "paid_month", "paid_day",
        ]
    ),
    WarehouseTable(
        name: "daily_revenue",
        columns: ["day", "category", "state", "orders", "quantity", "revenue", "customers"]
    ),
]

/// What the warehouse must hold, computed from the generated files with plain loops: none of the program's own parts
/// takes part, so that a mistake in one of them cannot hide in both.
struct ExpectedShop {
    typealias Row = [String: String]

    /// How many rows of a file went where.
    struct Account: Equatable {
        var rowsIn: Int
        var rowsOut: Int
        var filtered: Int
        var duplicates: Int
    }

    private(set) var tables: [String: [[String?]]] = [:]
    private(set) var accounts: [String: Account] = [:]

    /// What is dated after `day` is dropped.
    init(files folder: URL) throws {
        let users = try cleaned("users", in: folder) { row in
            guard row["user_id"] != nil, row["email"] != nil else { return nil }
            return row.merging(["email": lowered(row["email"])]) { $1 }
        }
        let products = try cleaned("products", in: folder) { row in
            guard let price = row["price"], cents(price) > 0, let stock = row["stock"], Int(stock)! >= 0 else {
                return nil
            }
            return row.merging(["category": lowered(row["category"])]) { $1 }
        }
        let orders = try cleaned("orders", in: folder) { row in
            guard row["user_id"] != nil, let quantity = row["quantity"], Int(quantity)! > 0,
                let total = row["total_price"], cents(total) > 0, let date = row["order_date"], date.prefix(10) <= day
            else { return nil }
            return row.merging(dateParts(date, "order")) { $1 }.merging(["status": lowered(row["status"])]) { $1 }
        }
        _ = try cleaned("payments", in: folder) { row in
            guard let amount = row["amount"], cents(amount) > 0, let date = row["paid_at"], date.prefix(10) <= day
            else {
                return nil
            }
            return row.merging(dateParts(date, "paid")) { $1 }
                .merging(["payment_method": lowered(row["payment_method"])]) { $1 }
        }
        sumRevenue(orders, products, users)
    }

    /// Distinct rows of a file, cleaned by `clean`, which answers nil for those to drop.
    private mutating func cleaned(_ name: String, in folder: URL, _ clean: (Row) -> Row?) throws -> [Row] {
        let records = try csvRecords(folder.appending(path: "\(name).csv"))
        let header = records[0].map { $0! }
        let distinct = Set(records.dropFirst())
        var kept: [Row] = []
        for record in distinct {
            var row: Row = [:]
            for (column, value) in zip(header, record) {
                guard let value else { continue }
                let isTime = column == "order_date" || column == "paid_at"
                row[column] = isTime ? value.replacing("T", with: " ") : value
            }
            for column in ["name", "city", "state", "email"] { row[column] = row[column].map(trimmed) }
            if let row = clean(row) { kept.append(row) }
        }
        let columns = warehouseTables.first { $0.name == name }!.columns
        tables[name] = kept.map { row in columns.map { row[$0] } }
        // Filters are counted before duplicates: a dropped row that comes twice was filtered twice.
        let passing = records.dropFirst().count { record in
            var row: Row = [:]
            for (column, value) in zip(header, record) { row[column] = value?.replacing("T", with: " ") }
            return clean(row) != nil
        }
        let rowsIn = records.count - 1
        accounts[name] = Account(
            rowsIn: rowsIn,
            rowsOut: kept.count,
            filtered: rowsIn - passing,
            duplicates: passing - kept.count
        )
        return kept
    }

    private mutating func sumRevenue(_ orders: [Row], _ products: [Row], _ users: [Row]) {
        struct Cell {
            var (orders, quantity, cents) = (0, 0, 0)
            var customers: Set<String> = []
        }
        let category = Dictionary(uniqueKeysWithValues: products.map { ($0["product_id"]!, $0["category"]) })
        let state = Dictionary(uniqueKeysWithValues: users.map { ($0["user_id"]!, $0["state"]) })
        var cells: [[String?]: Cell] = [:]
        for order in orders where order["status"] == "aprovado" {
            guard let product = order["product_id"], let category = category[product], let user = order["user_id"],
                let state = state[user]
            else { continue }
            let key = [String(order["order_date"]!.prefix(10)), category, state]
            cells[key, default: Cell()].orders += 1
            cells[key]!.quantity += Int(order["quantity"]!)!
            cells[key]!.cents += cents(order["total_price"]!)
            cells[key]!.customers.insert(user)
        }
        tables["daily_revenue"] = cells.map { key, cell in
            key + ["\(cell.orders)", "\(cell.quantity)", money(cell.cents), "\(cell.customers.count)"]
        }
    }
}

/// Expects the same rows, in whatever order, and tells the first that differ.
func expectTables(
    _ found: [String: [[String?]]],
    _ expected: ExpectedShop,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(Set(found.keys) == Set(expected.tables.keys), sourceLocation: sourceLocation)
    for (name, rows) in expected.tables {
        let (expected, found) = (rows.map(line).sorted(), (found[name] ?? []).map(line).sorted())
        let difference = found.difference(from: expected)
        guard !difference.isEmpty else { continue }
        let missing = difference.removals.prefix(2).map { "\($0)" }
        let surplus = difference.insertions.prefix(2).map { "\($0)" }
        Issue.record(
            "\(name): \(found.count) rows, not \(expected.count); missing \(missing), surplus \(surplus)",
            sourceLocation: sourceLocation
        )
    }
}

private func line(_ row: [String?]) -> String { row.map { $0 ?? "∅" }.joined(separator: " | ") }

/// `12.5` is 1250: money is added as whole numbers.
func cents(_ text: String) -> Int {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? (parts[1] + "00").prefix(2) : "00"
    let units = Int(parts[0])!
    return units * 100 + (text.hasPrefix("-") ? -1 : 1) * Int(fraction)!
}

func money(_ cents: Int) -> String { "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)" }

private func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .whitespaces) }

private func lowered(_ text: String?) -> String { trimmed(text!).lowercased() }

/// `2026-01-31 …` has the year 2026, the month 1 and the day 31.
private func dateParts(_ date: String, _ prefix: String) -> [String: String] {
    let numbers = date.prefix(10).split(separator: "-").map { String(Int($0)!) }
    return ["\(prefix)_year": numbers[0], "\(prefix)_month": numbers[1], "\(prefix)_day": numbers[2]]
}
