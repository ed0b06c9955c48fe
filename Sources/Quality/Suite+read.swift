package import Configuration
package import Reporting

/// Our own form of a suite file.
package let suiteSpec = KindSpec("suite", summary: "What is expected of one table.") {
    Field("suite", .string, example: "orders", doc: "The suite's name; the file's own name if left out.")
    Field("description", .string, doc: "What the table is and who relies on it.")
    Field(
        "expectations",
        .list(.variant(builtInExpectations.map { $0.spec })),
        required: true,
        example: "[{not_null: order_id}]",
        doc: "The expectations; all are measured in one scan."
    )
}

/// Reads a suite in our own form or as Great Expectations wrote it, told apart by what is inside. Nil where it has
/// neither form; the reasons are in `found`.
package func readSuite(_ node: Node, file: String, reader: RecordReader, found: inout Diagnostics) -> Suite? {
    let suite =
        GXSuite.isOne(node)
        ? GXSuite(node, file: file).read(reader: reader, found: &found)
        : readOwnSuite(node, file: file, reader: reader, found: &found)
    suite?.reportContradictions(&found)
    return suite
}

private func readOwnSuite(_ node: Node, file: String, reader: RecordReader, found: inout Diagnostics) -> Suite? {
    guard let record = reader.read(node, as: suiteSpec, found: &found) else { return nil }
    let expectations = record.records("expectations").flatMap { Expectation.read($0, found: &found) }
    return Suite(name: record.text("suite")?.string ?? stem(of: file), expectations: expectations, file: file)
}

extension Expectation {
    /// One, or several where a list of columns stands for them; none where a field was wrong.
    static func read(_ record: Record, found: inout Diagnostics) -> [Expectation] {
        guard record.isComplete, let kind = builtInExpectations.first(where: { $0.spec.name == record.kind }) else {
            return []
        }
        if let mostly = record.share("mostly"), mostly.value == 0 {
            found.report(
                Diagnostic(
                    .thresholdDisables,
                    "'mostly: 0' is met by any data",
                    at: mostly.span,
                    help: "name the share that must hold, or take the expectation out"
                )
            )
        }
        return kind.read(record).map { kind in
            Expectation(
                kind: kind,
                mostly: record.share("mostly")?.value ?? 1,
                importance: record.text("severity").flatMap { Importance(rawValue: $0.string) } ?? .critical,
                condition: record.text("where"),
                note: record.text("note")?.string,
                id: record.text("id")?.string,
                span: record.span
            )
        }
    }
}

/// `orders` of `expectations/orders.yaml`.
func stem(of file: String) -> String {
    let name = file.lastPart(after: "/")
    return name.split(separator: ".", maxSplits: 1).first.map(String.init) ?? name
}
