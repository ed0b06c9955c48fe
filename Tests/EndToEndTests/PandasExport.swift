import Foundation

/// A shop's tables as `DataFrame.to_csv(index=False)` writes them, with the dirt of real exports.
struct PandasExport {
    /// A table as it stands in its file; nil is an empty field.
    struct Table {
        var columns: [String]
        var rows: [[String?]]

        /// The values of a row by column.
        func cells(_ row: [String?]) -> [String: String] {
            Dictionary(zip(columns, row).compactMap { name, cell in cell.map { (name, $0) } }) { $1 }
        }

        var csv: String {
            ([columns] + rows).map { $0.map(Self.field).joined(separator: ",") + "\n" }.joined()
        }

        private static func field(_ cell: String?) -> String {
            guard let cell, cell.contains(where: { ",\"\n".contains($0) }) else { return cell ?? "" }
            return "\"\(cell.replacing("\"", with: "\"\""))\""
        }

        /// Every twentieth row stands in the file twice, as after `concat` with a sample.
        fileprivate init(_ columns: String, _ rows: [[String?]]) {
            self.columns = columns.split(separator: " ").map(String.init)
            self.rows = rows + rows.enumerated().filter { $0.offset % 20 == 7 }.map(\.element)
        }
    }

    var users: Table
    var products: Table
    var orders: Table
    var payments: Table
    var tables: [String: Table] {
        ["users": users, "products": products, "orders": orders, "payments": payments]
    }

    init() {
        users = Table(
            "user_id name email signup_date city state is_active",
            (0..<100).map { number in
                let name = Self.names[number % Self.names.count]
                return [
                    // The column holds texts and integers, each written as it is.
                    number % 50 == 12 ? "\(1000 + number)" : Self.id(1, number),
                    number % 9 == 4 ? " \(name) " : name,
                    number % 20 == 3 ? nil : "Pessoa\(number)@Example.org",
                    "2025-0\(1 + number % 9)-1\(number % 10)",
                    ["São Paulo", "Belém", "Goiânia"][number % 3], ["SP", "PA", "GO"][number % 3],
                    number % 3 == 0 ? "True" : "False",
                ]
            })
        products = Table(
            "product_id name category price stock",
            (0..<80).map { number in
                [
                    Self.id(2, number), "Tênis \(100 + number)", ["eletrônicos", "moda", "Casa "][number % 3],
                    Self.price(number).map { "\($0)" }, "\(number % 151)",
                ]
            })
        let sold = (0..<400).map { (Self.price($0 % 80) ?? 0) * Double(1 + $0 % 5) }
        orders = Table(
            "order_id user_id product_id quantity total_price order_date status",
            (0..<400).map { number in
                [
                    Self.id(3, number), number % 33 == 5 ? "\(2000 + number)" : Self.id(1, number % 100),
                    Self.id(2, number % 80),
                    // Integers beside missing values become floats.
                    number % 20 == 11 ? nil : number % 33 == 9 ? "0.0" : "\(1 + number % 5).0",
                    number == 1 ? "1e-05" : "\(sold[number])", Self.orderDate(number),
                    ["aprovado", "pendente", "cancelado"][number % 3],
                ]
            })
        payments = Table(
            "payment_id order_id payment_method amount paid_at",
            (0..<400).map { number in
                [
                    Self.id(4, number), Self.id(3, number), ["pix", "boleto", "cartao_credito"][number % 3],
                    number % 33 == 2 ? "-1.0" : "\(sold[number])",
                    number % 50 == 3 ? nil : "2025-05-04 08:05:\(10 + number % 50).\(100_001 + number * 10)",
                ]
            })
    }

    private static let names = [
        "Íris Quintão", "Otávio Peçanha", "Lourenço, Débora", "Rômulo \"Rô\" Vidigal", "Benedita Assunção",
    ]

    private static func price(_ number: Int) -> Double? {
        if number % 20 == 6 { return nil }
        if number == 8 { return 1234.5600000001 }
        if number == 10 { return -1e-05 }
        return number % 40 == 9 ? -25.5 : 10 + Double(number) / 3
    }

    /// Timestamps with microseconds; a date alone where a text was put in, some of them far off.
    private static func orderDate(_ number: Int) -> String {
        if number % 50 == 21 { return "2099-01-01" }
        if number % 50 == 22 { return "2025-06-01" }
        return "2025-05-03 14:22:\(10 + number % 50).\(123_451 + number * 10)"
    }

    private static func id(_ table: Int, _ number: Int) -> String {
        let digits = String(number)
        return "0000000\(table)-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }
}
