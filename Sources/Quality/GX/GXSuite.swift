import Configuration
import Reporting

/// A suite of Great Expectations, of its 0.18 or 1.x form, as a located tree.
struct GXSuite {
    private let node: Node
    private let file: String
    private let parameters: Node?

    init(_ node: Node, file: String) {
        self.node = node
        self.file = file
        parameters = node["suite_parameters"] ?? node["evaluation_parameters"]
    }

    /// Our own form has 'suite', and kinds as keys; theirs has 'name', and 'type' with 'kwargs'.
    static func isOne(_ node: Node) -> Bool {
        guard node["suite"] == nil else { return false }
        if node["expectation_suite_name"] != nil || node["name"] != nil { return true }
        return node["expectations"]?.items?.contains { $0["expectation_type"] != nil || $0["type"]?.scalar != nil }
            == true
    }

    /// Unknown keys beside the expectations are ignored. The same expectation written twice counts once.
    func read(reader: RecordReader, found: inout Diagnostics) -> Suite? {
        guard let items = node["expectations"]?.items else {
            found.report(
                Diagnostic(
                    .unknownExpectation,
                    "a suite without a list of 'expectations'",
                    at: node.span,
                    help: "add 'expectations': an empty list expects nothing"
                )
            )
            return nil
        }
        var seen: Set<String> = []
        let expectations = items.flatMap { item in
            GXExpectation(item, parameters: parameters).read(reader: reader, found: &found)
        }.filter { seen.insert($0.canonical).inserted }
        let name = (node["name"] ?? node["expectation_suite_name"])?.scalar?.text
        return Suite(name: name ?? stem(of: file), expectations: expectations, file: file)
    }
}
