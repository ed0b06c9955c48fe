import Configuration
import Expressions
import Reporting
import Synthesis
import TestSupport
import Testing

@testable import Kinds

struct GeneratorReadingTests {
    /// Noon of 2025-06-30.
    private let clock = ReadingClock(
        now: Int64(daysFromCivil(2025, 6, 30)) * microsecondsPerDay + microsecondsPerDay / 2
    )

    private func read(_ text: MarkedText) -> (generator: GeneratorDeclaration?, found: Diagnostics) {
        var found = Diagnostics()
        let source = text.source
        let reader = RecordReader(scope: Scope(bindings: ["params.users": Binding(.integer(20))]))
        guard let node = parseYAML(source, found: &found),
            let record = reader.read(node, as: GeneratorDeclaration.spec, found: &found)
        else { return (nil, found) }
        let name = Text("shop", at: source.span(0..<0))
        return (GeneratorDeclaration(name: name, record, clock: clock, found: &found), found)
    }

    private let shop = MarkedText(
        """
        seed: shop-1
        locale: pt_BR
        output: {csv: {path: "include/${table}.csv"}}
        tables:
          users:
            rows: ${params.users}
            columns:
              user_id: uuid
              name: full_name
              email: {email: {from: name}}
              signup_date: {date: {from: 2y ago, to: today}}
              city: city
              state: {state_code: {of: city}}
            defects:
              - duplicate_rows: 5%
              - nulls: {column: email, rate: 5%}
              - replace: {column: user_id, rate: 2%, with: {integer: {min: 1000, max: 9999}}}
          products:
            rows: 10
            columns:
              item:
                record:
                  rows:
                    - {category: moda, name: Camisa, min: 45, max: 130}
                    - {category: livros, name: Romance, min: 19.90, max: 80}
                hidden: true
              product_id: uuid
              name: {template: "{item->name} {100..999}"}
              category: {field: {of: item, name: category}}
              price: {decimal: {min: item->min, max: item->max}}
              stock: {integer: {max: 150}}
            defects:
              - negate: {column: price, rate: 2%}
          orders:
            rows: 40
            columns:
              order_id: uuid
              user_id: {reference: {to: users.user_id, distribution: {zipf: 1.1}}}
              product_id: {reference: products.product_id}
              quantity: {integer: {min: 1, max: 5}}
              total_price: {expression: "round(coalesce(product_id->price, 0) * quantity, 2)"}
              order_date: {timestamp: {from: 6mo ago, to: now, seasonality: {weekly: true, daily: true}}}
              status: {choice: {aprovado: 70, pendente: 20, cancelado: 10}}
            defects:
              - set: {column: quantity, rate: 3%, value: 0}
              - set: {column: order_date, rate: 2%, value: 2099-01-01}
          payments:
            rows: 40
            columns:
              payment_id: uuid
              order_id: {reference: {to: orders.order_id, distribution: each}}
              payment_method: {choice: [pix, boleto, cartao_credito, cartao_debito]}
              amount: {expression: order_id->total_price}
              paid_at: {timestamp: {after: order_id->order_date, within: 3d}}
            defects:
              - set: {column: amount, rate: 3%, value: -1}
        """
    )

    @Test func `reads the tables of a shop`() throws {
        let (generator, found) = read(shop)
        expectDiagnostics(found, in: shop, [])
        let shop = try #require(generator)
        #expect(shop.path(of: "orders") == "include/orders.csv")
        #expect(["users", "products", "orders", "payments"].map { shop.program.rowCount(of: $0) } == [21, 10, 40, 40])
        #expect(
            shop.program.rowType(of: "orders")?.columns.map { "\($0.name) \($0.type)" } == [
                "order_id uuid", "user_id uuid", "product_id uuid", "quantity int", "total_price decimal(18,2)",
                "order_date timestamp", "status string",
            ]
        )
        #expect(
            shop.program.rowType(of: "users")?.columns.filter { $0.isNullable || $0.type == .string }.map(\.name) == [
                "user_id", "name", "email", "city", "state",
            ]
        )
    }

    @Test func `an order costs its product's price times its quantity`() throws {
        let shop = try #require(read(shop).generator)
        func rows(_ table: String) throws -> [[String]] {
            var bytes: [UInt8] = []
            _ = try shop.program.writeCSV(table: table, threads: 1) { bytes += $0 }
            return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
        }
        let products = Dictionary(uniqueKeysWithValues: try rows("products").map { ($0[0], $0) })
        let orders = Dictionary(uniqueKeysWithValues: try rows("orders").map { ($0[0], $0) })
        #expect(products.count == 10 && orders.count == 40)
        for order in orders.values where order[3] != "0" {
            let price = try #require(products[order[2]].flatMap { cents($0[3]) })
            #expect(cents(order[4]) == price * (Int(order[3]) ?? 0))
        }
        for payment in try rows("payments") where payment[3] != "-1.00" {
            let order = try #require(orders[payment[1]])
            #expect(payment[3] == order[4])
            #expect(order[5] == "2099-01-01T00:00:00" || payment[4] > order[5])
        }
    }

    private func cents(_ price: String) -> Int? { Int(price.replacing(".", with: "").replacing("-", with: "")) }

    @Test func `what is wrong is shown where it stands`() {
        let text = MarkedText(
            """
            seed: s
            output: {csv: "${table}.csv"}
            tables:
              users:
                rows: 10
                columns:
                  user_id: 1️⃣uuidd
                  name: full_name
                  email: {email: {from: name}}
                  born: {date: {from: 2️⃣long ago}}
                  owner: {reference: 3️⃣users}
            """
        )
        expectDiagnostics(
            read(text).found,
            in: text,
            [
                .error("1️⃣", "EST1004", "'user_id' cannot be 'uuidd'", help: "did you mean 'uuid'?"),
                .error("2️⃣", "EST3027", "'long ago' is not a time"),
                .error(
                    "3️⃣",
                    "EST3019",
                    "'users' is not a table and a column",
                    help: "write it as table.column, such as users.user_id"
                ),
            ]
        )
    }

    @Test func `what does not fit together is shown where it stands`() {
        let text = MarkedText(
            """
            8️⃣output: {csv: "${table}.csv"}
            tables:
              orders:
                rows: 10
                columns:
                  user_id: {reference: 1️⃣user.user_id}
                  email: {email: {from: 2️⃣nome}}
                  nome_completo: full_name
                  total: {expression: "round(3️⃣quantty * 2, 2)"}
                  quantity: {4️⃣integer: {min: 5, max: 1}}
                  doubled: {expression: "5️⃣nome_completo * 2"}
                  a: {expression: b + 1}
                  b: {6️⃣expression: a}
                  status: {choice: 7️⃣{paid: 0}}
            """
        )
        expectDiagnostics(
            read(text).found,
            in: text,
            [
                .warning("8️⃣", "EST3018", "generator 'shop' has no seed", help: "add 'seed: shop'"),
                .error("1️⃣", "EST3019", "no table named 'user'", help: "known: orders"),
                .error("2️⃣", "EST4003", "table 'orders' has no column 'nome'"),
                .error("3️⃣", "EST4003", "no column 'quantty'", help: "did you mean 'quantity'?"),
                .error("4️⃣", "EST3029", "the range from 5 to 1 is empty"),
                .error("5️⃣", "EST4024", "argument 1 of '*' has to be int or bigint or decimal or double, not string"),
                .error("6️⃣", "EST3023", "the column needs itself: orders.a -> orders.b -> orders.a"),
                .error("7️⃣", "EST3022", "all weights are 0"),
            ]
        )
    }

    @Test func `fields that are not there are shown in the expression`() {
        let text = MarkedText(
            """
            seed: s
            output: {csv: "${table}.csv"}
            tables:
              items:
                rows: 3
                columns: {item_id: uuid, price: {decimal: {min: 1, max: 9}}}
              orders:
                rows: 10
                columns:
                  item_id: {reference: items.item_id}
                  total: {expression: "1 + 1️⃣item_id->prize1️⃣"}
                  order_id: uuid
                  other: {expression: "2️⃣order_id->price2️⃣"}
            """
        )
        expectDiagnostics(
            read(text).found,
            in: text,
            [
                .error("1️⃣", "EST4003", "table 'items' has no column 'prize'", help: "did you mean 'price'?"),
                .error("2️⃣", "EST4003", "column 'order_id' refers to no row, so '->' cannot follow it"),
            ]
        )
    }

    @Test func `defects that do not fit are shown where they stand`() {
        let text = MarkedText(
            """
            seed: s
            output: {csv: "${table}.csv"}
            tables:
              users:
                rows: 10
                columns:
                  user_id: uuid
                  phone: {phone: {}, missing: 10%}
                defects:
                  - duplicate_rows: 5%
                  - negate: {column: 1️⃣user_id, rate: 2%}
                  - nulls: {column: 2️⃣fone, rate: 2%}
                  - 3️⃣duplicate_rows: 5%
            """
        )
        expectDiagnostics(
            read(text).found,
            in: text,
            [
                .error("1️⃣", "EST3019", "column 'user_id' is uuid, but a number is needed"),
                .error("2️⃣", "EST4003", "table 'users' has no column 'fone'", help: "known: user_id, phone"),
                .error(
                    "3️⃣",
                    "EST3019",
                    "rows are repeated by an earlier defect",
                    help: "add the shares up in one 'duplicate_rows'"
                ),
            ]
        )
    }

    @Test(arguments: [
        ("now", "2025-06-30 12:00:00"), ("today", "2025-06-30 00:00:00"), ("tomorrow", "2025-07-01 00:00:00"),
        ("yesterday", "2025-06-29 00:00:00"), ("2y ago", "2023-06-30 12:00:00"), ("4mo ago", "2025-02-28 12:00:00"),
        ("1w ago", "2025-06-23 12:00:00"), ("in 90m", "2025-06-30 13:30:00"), ("2024-02-29", "2024-02-29 00:00:00"),
        ("2024-02-29T10:20:30", "2024-02-29 10:20:30"),
    ])
    func `times`(text: String, expected: String) {
        #expect(Moment(text, clock: clock).map { timestampText($0.micros) } == expected)
    }

    @Test func `times that are none`() {
        for text in ["ago", "2 years ago", "3q ago", "2025-02-30", "in", ""] {
            #expect(Moment(text, clock: clock) == nil)
        }
    }

    @Test func `kinds are listed by their words`() {
        let columns = builtInColumnKinds.map { $0.spec.name }
        let defects = builtInDefectKinds.map { $0.spec.name }
        #expect(columns == columns.sorted())
        #expect(defects == defects.sorted())
    }
}
