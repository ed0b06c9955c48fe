import Engines
import Expressions
import Quality
import Reporting
import Testing

/// The four suites of the e-commerce pipeline, written for Great Expectations, against the tables they are about.
struct EcommerceSuiteTests {
    @Test(arguments: [
        ("orders", Self.orders, Self.ordersRow, 5), ("payments", Self.payments, Self.paymentsRow, 5),
        ("products", Self.products, Self.productsRow, 5), ("users", Self.users, Self.usersRow, 6),
    ])
    func `a suite loads as it is and fits its table`(name: String, text: String, row: RowType, count: Int) throws {
        var (read, found) = suite(text, file: "expectations/\(name).json")
        let suite = try #require(read)
        suite.check(against: row, found: &found)
        #expect(found.items.map(\.message) == [])
        #expect(suite.name == "\(name)_expectations")
        #expect(suite.expectations.count == count)
        #expect(suite.plan(for: row).statements(from: "t").count == 1)
    }

    private static let ordersRow = RowType([
        Column("order_id", .uuid), Column("user_id", .uuid), Column("product_id", .uuid), Column("quantity", .int),
        Column("total_price", .decimal(precision: 12, scale: 2)), Column("order_date", .timestamp),
        Column("status", .string),
    ])
    private static let paymentsRow = RowType([
        Column("payment_id", .uuid), Column("order_id", .uuid), Column("amount", .decimal(precision: 12, scale: 2)),
        Column("paid_at", .timestamp), Column("payment_method", .string),
    ])
    private static let productsRow = RowType([
        Column("product_id", .uuid), Column("name", .string), Column("category", .string),
        Column("price", .decimal(precision: 12, scale: 2)), Column("stock", .int),
    ])
    private static let usersRow = RowType([
        Column("user_id", .uuid), Column("name", .string), Column("email", .string), Column("city", .string),
        Column("state", .string),
    ])

    private static let orders = """
        {"name": "orders_expectations", "expectations": [
          {"type": "expect_column_values_to_not_be_null", "kwargs": {"column": "user_id"}},
          {"type": "expect_column_values_to_be_between", "kwargs": {"column": "quantity", "min_value": 1}},
          {"type": "expect_column_values_to_be_between", "kwargs": {"column": "total_price", "min_value": 0.01}},
          {"type": "expect_column_values_to_not_be_null", "kwargs": {"column": "order_date"}},
          {"type": "expect_column_values_to_be_in_set",
           "kwargs": {"column": "status", "value_set": ["aprovado", "pendente", "cancelado"]}}]}
        """
    private static let payments = """
        {"name": "payments_expectations", "expectations": [
          {"type": "expect_column_values_to_not_be_null", "kwargs": {"column": "payment_id"}},
          {"type": "expect_column_values_to_not_be_null", "kwargs": {"column": "order_id"}},
          {"type": "expect_column_values_to_be_between", "kwargs": {"column": "amount", "min_value": 0.01}},
          {"type": "expect_column_values_to_not_be_null", "kwargs": {"column": "paid_at"}},
          {"type": "expect_column_values_to_be_in_set",
           "kwargs": {"column": "payment_method", "value_set": ["pix", "boleto", "cartao_credito", "cartao_debito"]}}]}
        """
    private static let products = """
        {"name": "products_expectations", "expectations": [
          {"type": "expect_column_values_to_not_be_null", "kwargs": {"column": "product_id"}},
          {"type": "expect_column_values_to_not_be_null", "kwargs": {"column": "name"}},
          {"type": "expect_column_values_to_not_be_null", "kwargs": {"column": "category"}},
          {"type": "expect_column_values_to_be_between", "kwargs": {"column": "price", "min_value": 0.01}},
          {"type": "expect_column_values_to_be_between", "kwargs": {"column": "stock", "min_value": 0}}]}
        """
    private static let users = #"""
        {"name": "users_expectations", "expectations": [
          {"type": "expect_column_values_to_not_be_null", "kwargs": {"column": "user_id"}},
          {"type": "expect_column_values_to_not_be_null", "kwargs": {"column": "email"}},
          {"type": "expect_column_values_to_not_be_null", "kwargs": {"column": "name"}},
          {"type": "expect_column_values_to_match_regex",
           "kwargs": {"column": "email", "regex": "^[^@]+@[^@]+\\.[^@]+$"}},
          {"type": "expect_column_values_to_not_be_null", "kwargs": {"column": "city"}},
          {"type": "expect_column_values_to_not_be_null", "kwargs": {"column": "state"}}]}
        """#
}
