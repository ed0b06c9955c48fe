import Reporting
import Testing

@testable import Expressions

/// What becomes what without being asked.
struct CoercionTests {
    @Test(arguments: [
        (DataType.int, DataType.bigint, DataType?.some(.bigint)), (.bigint, .int, .bigint), (.int, .double, .double),
        (.int, .decimal(precision: 5, scale: 2), .decimal(precision: 12, scale: 2)),
        (.decimal(precision: 12, scale: 2), .decimal(precision: 10, scale: 4), .decimal(precision: 14, scale: 4)),
        (.decimal(precision: 38, scale: 0), .decimal(precision: 10, scale: 10), .decimal(precision: 38, scale: 10)),
        (.decimal(precision: 5, scale: 2), .double, .double), (.date, .timestamp, .timestamp),
        (.date, .timestamptz, .timestamptz), (.null, .uuid, .uuid), (.list(.int), .list(.double), .list(.double)),
        (.string, .int, nil), (.string, .json, nil), (.uuid, .string, nil), (.boolean, .int, nil), (.date, .int, nil),
    ])
    func `two types have at most one common type`(_ a: DataType, _ b: DataType, _ expected: DataType?) {
        #expect(commonType(a, b) == expected)
        #expect(commonType(b, a) == expected)
    }

    @Test func `widening never narrows`() {
        #expect(coercion(from: .int, to: .int) == .same)
        #expect(coercion(from: .int, to: .decimal(precision: 12, scale: 2)) == .widening(steps: 3))
        #expect(coercion(from: .int, to: .decimal(precision: 11, scale: 2)) == nil)
        #expect(coercion(from: .double, to: .decimal(precision: 38, scale: 2)) == nil)
        #expect(coercion(from: .timestamp, to: .date) == nil)
    }

    @Test func `literals follow what they stand beside`() throws {
        let moment = try typed("order_date >= '2025-01-01'")
        guard case .call(">=", let sides) = moment.node else { throw Missing() }
        #expect(sides[1].node == .literal(.timestamp(1_735_689_600_000_000)))
        #expect(sides[1].type == .timestamp)
        let price = try typed("coalesce(total_price, 0)")
        guard case .call("coalesce", let values) = price.node else { throw Missing() }
        #expect(values[1].node == .literal(.decimal("0.00")))
    }

    private struct Missing: Error {}
}
