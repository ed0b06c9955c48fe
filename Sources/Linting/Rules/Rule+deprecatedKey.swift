import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let deprecatedKey = Rule(
        "EST1009",
        "deprecated-key",
        .hint,
        fix: .safe,
        since: "0.2.0",
        summary: "A suite of Great Expectations has the keys of its releases before 1.0.",
        explanation: """
            Both spellings are read here, and Great Expectations 1.0 reads only the new one. Rename them to use one file with \
            both: `expectation_suite_name` is `name`, `expectation_type` is `type`, `evaluation_parameters` is \
            `suite_parameters`. Of Esteira's own keys none has been renamed so far.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            expectations:
              raw.orders: keys
            # file: expectations/keys.json
            {
              ⟦"expectation_suite_name"⟧: "keys",
              "expectations": [
                {"expectation_type": "expect_column_values_to_not_be_null", "kwargs": {"column": "product_id"}}
              ]
            }
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            expectations:
              raw.orders: keys
            # file: expectations/keys.json
            {
              "name": "keys",
              "expectations": [
                {"type": "expect_column_values_to_not_be_null", "kwargs": {"column": "product_id"}}
              ]
            }
            """
    )
}

extension Check {
    static let deprecatedKey = Check(.deprecatedKey) { project, found in
        for (path, tree) in project.trees(in: "expectations") {
            guard tree["suite"] == nil, let source = project.files[path] else { continue }
            var old = tree.renamed(["expectation_suite_name": "name", "evaluation_parameters": "suite_parameters"])
            for item in tree.items(of: "expectations") { old += item.renamed(["expectation_type": "type"]) }
            guard let first = old.first else { continue }
            let edits = old.map { TextEdit($0.entry.keySpan, source.quoting($0.name, like: $0.entry.keySpan)) }
            found.report(
                Diagnostic(
                    .deprecatedKey,
                    "'\(first.entry.key)' is the spelling of Great Expectations before 1.0",
                    at: first.entry.keySpan,
                    help: "'\(first.name)' is what it is called now",
                    fix: Fix(.safe, "write the names of 1.0", edits)
                )
            )
        }
    }
}

extension Node {
    /// Entries with an old name, where the new one is not there too.
    fileprivate func renamed(_ names: [String: String]) -> [(entry: Entry, name: String)] {
        guard let entries else { return [] }
        return entries.compactMap { entry in names[entry.key].flatMap { self[$0] == nil ? (entry, $0) : nil } }
    }
}

extension SourceText {
    /// A word in the quotes that stand around another.
    fileprivate func quoting(_ word: String, like span: Span) -> String {
        guard let quote = [UInt8(ascii: "\""), UInt8(ascii: "'")].first(where: { utf8[span.start.offset] == $0 }) else {
            return word
        }
        let mark = String(decoding: [quote], as: UTF8.self)
        return mark + word + mark
    }
}
