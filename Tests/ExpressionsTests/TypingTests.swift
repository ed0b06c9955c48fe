import Reporting
import Testing

@testable import Expressions

/// Types, nullability and what is wrong.
struct TypingTests {
    @Test(arguments: [
        ("quantity + 1", "int"), ("quantity + stock", "bigint?"), ("quantity / 2", "double"),
        ("quantity / stock", "double?"), ("div(quantity, 2)", "int"), ("quantity % quantity", "int?"),
        ("total_price * quantity", "decimal(18,2)?"), ("total_price + 1", "decimal(13,2)?"),
        ("total_price * weight", "double?"), ("round(coalesce(total_price, 0) * quantity, 1)", "decimal(18,1)"),
        ("coalesce(total_price, 0)", "decimal(12,2)"), ("coalesce(quantity, 1.5)", "decimal(11,1)"),
        ("coalesce(status, 'x')", "string"), ("coalesce(status, null)", "string?"), ("null", "null?"),
        ("status is null", "boolean"), ("status = 'pago'", "boolean?"), ("status is distinct from 'pago'", "boolean"),
        ("quantity in (1, 2)", "boolean"), ("case when is_paid then 1 end", "int?"),
        ("case when is_paid then 1 else 2.5 end", "decimal(2,1)"), ("if(is_paid, 'a', 'b')", "string"),
        ("try_cast(order_id as string)", "string?"), ("cast(quantity as string)", "string"),
        ("signup_date + 7", "date"), ("signup_date + interval '1 month'", "date"),
        ("signup_date + interval 2 hours", "timestamp"), ("order_date - interval '1 day'", "timestamp?"),
        ("signup_date - date '2025-01-01'", "bigint"), ("signup_date >= '2025-01-01'", "boolean"),
        ("order_date <= run.started_at", "boolean?"), ("params.date", "date"), ("run.started_at", "timestamptz"),
        ("params.orders + 1", "bigint"), ("product_id->price * 2", "decimal(18,2)?"), ("nullif(quantity, 0)", "int?"),
        ("greatest(quantity, stock)", "bigint"), ("concat(status, 'x')", "string"), ("status || 'x'", "string?"),
        ("list_contains(tags, 'a')", "boolean?"), ("[1, 2.5]", "list<decimal(2,1)>"), ("\"Ação\"", "string?"),
        ("date_trunc('month', signup_date)", "date"), ("date_trunc('HOUR', signup_date)", "timestamp"),
        ("order_id = '123e4567-e89b-12d3-a456-426614174000'", "boolean"), ("md5(status)", "string?"),
        ("not is_paid or null", "boolean?"), ("5000000000", "bigint"), ("1.50", "decimal(3,2)"), ("1e2", "double"),
    ])
    func `types and nullability follow`(_ text: String, _ expected: String) throws {
        let expression = try typed(text)
        #expect("\(expression.type)\(expression.isNullable ? "?" : "")" == expected)
    }

    @Test(arguments: [
        ("count()", "bigint", "bigint"), ("sum(quantity)", "bigint?", "bigint"),
        ("sum(total_price)", "decimal(38,2)?", "decimal(38,2)?"), ("avg(quantity)", "double?", "double"),
        ("count(distinct status)", "bigint", "bigint"), ("max(signup_date)", "date?", "date"),
        ("array_agg(quantity)", "list<int>?", "list<int>"), ("stddev(quantity)", "double?", "double?"),
        ("sum(quantity * 2) / count()", "double?", "double?"),
    ])
    func `aggregates are null over nothing, not over a group`(_ text: String, _ whole: String, _ grouped: String) throws
    {
        let groups = ExpressionScope(columns: shop.columns, isGrouped: true)
        let types = try [typed(text, aggregates: true), typed(text, in: groups, aggregates: true)].map {
            "\($0.type)\($0.isNullable ? "?" : "")"
        }
        #expect(types == [whole, grouped])
    }

    @Test(arguments: [
        ("quantiy > 1", "0..<7 EST4003 no column 'quantiy' (did you mean 'quantity'?)"),
        ("STATUS = 'x'", "0..<6 EST4003 no column 'STATUS' (did you mean 'status'?)"),
        ("params.dat", "0..<10 EST4003 no constant 'params.dat' (did you mean 'params.date'?)"),
        ("product_id->prise", "0..<17 EST4003 no column 'prise' behind 'product_id' (did you mean 'price'?)"),
        ("status->x", "0..<9 EST4003 'status' does not refer to a table (known: product_id)"),
        (
            "current_date",
            "0..<12 EST4003 no column 'current_date' (write cast(run.started_at as date), or a parameter)"
        ),
        ("status = null", "0..<13 EST4014 a comparison with null is never true (write 'is null')"),
        ("null <> status", "0..<14 EST4014 a comparison with null is never true (write 'is not null')"),
        ("status in ('a', null)", "16..<20 EST4014 null in a list is never found (test for null with 'is null')"),
        ("uper(status)", "0..<4 EST4023 no function 'uper' (did you mean 'upper'?)"),
        ("now()", "0..<3 EST4023 no function 'now' (write run.started_at)"),
        ("len(status)", "0..<3 EST4023 no function 'len' (did you mean 'length'?)"),
        ("nvl(status, 'a')", "0..<3 EST4023 no function 'nvl' (did you mean 'coalesce'?)"),
        (
            "coalesce(status, quantity)",
            "0..<26 EST4024 the arguments of 'coalesce' have types that do not go together: string, int"
        ),
        (
            "upper(quantity)",
            "6..<14 EST4024 argument 1 of 'upper' has to be string, not int (cast it: cast(… as string))"
        ),
        (
            "date_trunc('mont', signup_date)",
            "11..<17 EST4024 argument 1 of 'date_trunc' has to be 'year' | 'quarter' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second', not 'mont' (did you mean 'month'?)"
        ),
        ("year(quantity)", "5..<13 EST4024 argument 1 of 'year' has to be date or timestamp or timestamptz, not int"),
        (
            "status + 1",
            "0..<6 EST4024 argument 1 of '+' has to be int or bigint or decimal or double or date, not string"
        ),
        (
            "substring(status)",
            "0..<17 EST4025 'substring' takes 2 to 3 arguments, not 1 ('substring' is called as substring(string, bigint, [bigint]))"
        ),
        ("upper()", "0..<7 EST4025 'upper' takes 1 argument, not 0 ('upper' is called as upper(string))"),
        (
            "sum(quantity) > 1",
            "0..<13 EST4026 'sum' is an aggregate, and there is no group of rows here (compute it in an 'aggregate' step first)"
        ),
        ("quantity = '3'", "0..<14 EST4027 cannot compare int with string (write the number without quotes: 3)"),
        ("quantity = status", "0..<17 EST4027 cannot compare int with string (cast the text: try_cast(… as int))"),
        ("signup_date > '2025-02-30'", "14..<26 EST4027 '2025-02-30' is not a date (write it as 2025-01-31)"),
        ("date '2025-13-01'", "0..<17 EST4027 '2025-13-01' is not a date (write it as 2025-01-31)"),
        ("quantity and is_paid", "0..<8 EST4027 'and' takes a boolean, not int (compare it: … <> 0)"),
        ("quantity like 'x'", "0..<8 EST4027 'like' takes a string, not int (cast it: cast(… as string))"),
        (
            "case when is_paid then 1 else 'x' end",
            "0..<37 EST4027 the results of 'case' have types that do not go together: int, string (cast the text: try_cast(… as int))"
        ),
        ("quantity + interval '1 day'", "0..<8 EST4027 an interval is added to a date or a timestamp, not to int"),
        (
            "interval '1 day'",
            "0..<16 EST4027 an interval stands only after '+' or '-' (add it to a date or a timestamp)"
        ),
        ("cast(is_paid as date)", "0..<21 EST4027 there is no cast from boolean to date"),
    ])
    func `what is wrong is said with a way out`(_ text: String, _ expected: String) {
        #expect(issues(text) == [expected])
    }

    @Test func `all issues are found, each once`() {
        #expect(
            issues("a + b > upper(1) and quantity = null") == [
                "0..<1 EST4003 no column 'a' (known: Ação, is_paid, order_date, order_id, quantity, signup_date, status, stock, tags, total_price, weight)",
                "4..<5 EST4003 no column 'b' (known: Ação, is_paid, order_date, order_id, quantity, signup_date, status, stock, tags, total_price, weight)",
                "14..<15 EST4024 argument 1 of 'upper' has to be string, not int (cast it: cast(… as string))",
                "21..<36 EST4014 a comparison with null is never true (write 'is null')",
            ]
        )
    }

    @Test func `aggregates do not nest`() {
        #expect(
            issues("sum(max(quantity))", aggregates: true) == [
                "4..<17 EST4026 'max' stands inside 'sum': aggregates do not nest"
            ]
        )
    }

    @Test func `a name of two inputs wants its input`() throws {
        let scope = ExpressionScope(columns: [
            ScopeColumn(qualifier: "users", column: Column("state", .string)),
            ScopeColumn(qualifier: "orders", column: Column("state", .string)),
            ScopeColumn(qualifier: "orders", column: Column("total", .int)),
        ])
        #expect(
            issues("state = 'SP'", in: scope) == [
                "0..<5 EST4004 column 'state' is in 2 inputs (write 'users.state' or 'orders.state')"
            ]
        )
        #expect(
            issues("orders.totl", in: scope) == ["0..<11 EST4003 no column 'totl' in 'orders' (did you mean 'total'?)"]
        )
        #expect(
            try typed("users.state = 'x' and total > 1", in: scope).columns == [
                TypedExpression.ColumnReference("state", qualifier: "users"),
                TypedExpression.ColumnReference("total", qualifier: "orders"),
            ]
        )
    }

    @Test func `a condition is boolean`() throws {
        let (condition, found) = try Expression.parse("quantity").typedCondition(in: shop)
        #expect(condition == nil)
        #expect(
            found == [
                ExpressionIssue(
                    .typeMismatch,
                    "a condition has to be boolean, not int",
                    at: 0..<8,
                    help: "compare it: … <> 0"
                )
            ]
        )
    }

    @Test func `lineage, constants and aggregates are known`() throws {
        let expression = try typed(
            "sum(case when signup_date > params.date then product_id->price else quantity end)",
            aggregates: true
        )
        #expect(expression.columns.map(\.name).sorted() == ["product_id", "quantity", "signup_date"])
        #expect(expression.constants == ["params.date"])
        #expect(expression.aggregates)
        #expect(try typed("quantity + 1").aggregates == false)
    }
}
