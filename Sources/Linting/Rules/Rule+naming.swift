import Configuration
package import Reporting

extension Rule {
    package static let naming = Rule(
        "EST9001",
        "naming",
        .hint,
        since: "0.2.0",
        summary: "A name is not in lower case with '_' between words.",
        explanation: """
            Names become tasks, paths and tables, on systems of which some tell `Orders` from `orders` and some do not. One \
            way to write them spares everybody the question.
            """,
        bad: """
            sources:
              ⟦soldOrders⟧: {csv: include/orders.csv, schema: orders}
            sinks:
              orders: {from: raw.soldOrders, table: orders}
            """,
        good: """
            sources:
              sold_orders: {csv: include/orders.csv, schema: orders}
            sinks:
              orders: {from: raw.sold_orders, table: orders}
            """
    )
}

extension Check {
    static let naming = Check(.naming) { project, found in
        for (_, tree) in project.trees(in: "pipelines") {
            for section in ["params", "generators", "sources", "transforms", "sinks"] {
                for entry in tree[section]?.entries ?? [] { check(entry.key, at: entry.keySpan, &found) }
            }
            if let name = tree["pipeline"], let text = name.scalar?.text { check(text, at: name.span, &found) }
        }
        for (_, tree) in project.trees(in: "schemas") {
            if let name = tree["schema"], let text = name.scalar?.text { check(text, at: name.span, &found) }
        }
    }
}

private func check(_ name: String, at span: Span, _ found: inout Diagnostics) {
    guard name.utf8.contains(where: { (0x41...0x5A).contains($0) }), !name.contains("$") else { return }
    found.report(
        Diagnostic(
            .naming,
            "'\(name)' is not in lower case",
            at: span,
            help: "write '\(inSnakeCase(name))', also where it is named"
        )
    )
}

/// `soldOrders` becomes `sold_orders`, and `HTTPLog` becomes `http_log`.
private func inSnakeCase(_ name: String) -> String {
    var words = ""
    let letters = Array(name)
    for (index, letter) in letters.enumerated() {
        let next = index + 1 < letters.count ? letters[index + 1] : "_"
        if letter.isUppercase, let last = words.last, last != "_", !letters[index - 1].isUppercase || next.isLowercase {
            words.append("_")
        }
        words += letter.lowercased()
    }
    return words
}
