import Configuration
import Expressions
import Quality
import Reporting
import TestSupport
import Testing

/// A suite read from text, and what was found in it.
func suite(_ text: String, file: String = "expectations/orders.yaml") -> (suite: Suite?, found: Diagnostics) {
    var found = Diagnostics()
    guard let node = parseYAML(SourceText(path: file, text: text), found: &found) else { return (nil, found) }
    let suite = readSuite(node, file: file, reader: RecordReader(scope: Scope()), found: &found)
    return (suite, found)
}

/// The expectations of our own form, given as the lines of their list.
func expectations(_ lines: String) -> Suite {
    let (read, found) = suite("suite: orders\nexpectations:\n" + lines)
    for item in found.items { Issue.record("\(item.message) in: \(lines)") }
    return read ?? Suite(name: "unread", expectations: [], file: "unread.yaml")
}

let orders = RowType([
    Column("order_id", .uuid), Column("user_id", .uuid), Column("quantity", .int), Column("weight", .double),
    Column("total_price", .decimal(precision: 12, scale: 2)), Column("discount", .decimal(precision: 12, scale: 2)),
    Column("order_date", .timestamp), Column("status", .string), Column("email", .string),
])
