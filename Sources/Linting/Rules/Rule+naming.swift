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
            way to write them spares everybody the question. `lint: {rules: {naming: {sources: "[a-z_]+"}}}` says another way \
            for one kind of names.
            """,
        options: RuleOption.patterns.map(\.option) + [.pipelines, .schemas],
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

extension RuleOption {
    /// Of each kind of name: the key of `lint:`, and the section of a pipeline that has such names.
    fileprivate static let patterns: [(option: RuleOption, section: String)] = [
        (RuleOption("params", .text(""), "pattern of the names of parameters"), "params"),
        (RuleOption("generators", .text(""), "pattern of the names of generators"), "generators"),
        (RuleOption("sources", .text(""), "pattern of the names of sources"), "sources"),
        (RuleOption("transforms", .text(""), "pattern of the names of transforms"), "transforms"),
        (RuleOption("sinks", .text(""), "pattern of the names of sinks"), "sinks"),
    ]
    fileprivate static let pipelines = RuleOption("pipelines", .text(""), "pattern of the names of pipelines")
    fileprivate static let schemas = RuleOption("schemas", .text(""), "pattern of the names of schemas")
}

extension Check {
    static let naming = Check(.naming) { project, found in
        func convention(_ option: RuleOption) -> NamingConvention {
            NamingConvention(project.pattern(option, of: .naming))
        }
        let (pipelines, schemas) = (convention(.pipelines), convention(.schemas))
        let conventions = RuleOption.patterns.map { (section: $0.section, convention: convention($0.option)) }
        for tree in project.pipelineTrees {
            for (section, convention) in conventions {
                for entry in tree.entries(of: section) { convention.check(entry.key, at: entry.keySpan, &found) }
            }
            if let name = tree["pipeline"], let text = name.scalar?.text {
                pipelines.check(text, at: name.span, &found)
            }
        }
        for (_, tree) in project.trees(in: "schemas") {
            if let name = tree["schema"], let text = name.scalar?.text { schemas.check(text, at: name.span, &found) }
        }
    }
}

/// How names of one kind are written.
private struct NamingConvention {
    /// As written; nil: in lower case.
    private let pattern: String?
    private let whole: Regex<AnyRegexOutput>?

    init(_ pattern: String?) {
        self.pattern = pattern
        whole = pattern.flatMap { try? Regex($0) }  // one that is none is never set
    }

    func check(_ name: String, at span: Span, _ found: inout Diagnostics) {
        guard !name.contains("$") else { return }
        if let whole, let pattern {
            guard name.wholeMatch(of: whole) == nil else { return }
            return found.report(
                Diagnostic(
                    .naming,
                    "'\(name)' does not match '\(pattern)'",
                    at: span,
                    help: "'lint:' of esteira.yaml says how such names are written"
                )
            )
        }
        guard name.utf8.contains(where: { (0x41...0x5A).contains($0) }) else { return }
        found.report(
            Diagnostic(
                .naming,
                "'\(name)' is not in lower case",
                at: span,
                help: "write '\(inSnakeCase(name))', also where it is named"
            )
        )
    }
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
