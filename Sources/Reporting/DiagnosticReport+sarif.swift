extension DiagnosticReport {
    /// SARIF 2.1.0: one run, every rule declared, places relative to the project's folder.
    var sarif: String {
        JSONText.object([
            ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
            ("version", .string("2.1.0")),
            ("runs", .array([run])),
        ]).text(indented: true) + "\n"
    }

    private var run: JSONText {
        let indexes = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.code, $0) })
        let results = zip(diagnostics, fingerprints).map { finding, fingerprint in
            result(finding, ruleIndex: indexes[finding.rule.code], fingerprint)
        }
        let folder = JSONText.object([("description", message("the project's folder"))])
        return .object([
            ("tool", .object([("driver", driver)])),
            ("automationDetails", .object([("id", .string("esteira/lint/"))])),
            ("originalUriBaseIds", .object([(projectBase, folder)])),
            ("columnKind", .string("unicodeCodePoints")),
            ("results", .array(results)),
        ])
    }

    private var driver: JSONText {
        .object([
            ("name", .string("esteira")),
            ("version", .string(toolVersion)),
            ("rules", .array(rules.map(descriptor))),
        ])
    }
}

private let projectBase = "PROJECTROOT"

private func descriptor(_ rule: Rule) -> JSONText {
    .object([
        ("id", .string(rule.code)),
        ("name", .string(rule.name)),
        ("shortDescription", message(rule.summary)),
        ("fullDescription", message(rule.explanation)),
        ("help", .object([("text", .string(explanation(of: rule))), ("markdown", .string(markdown(rule)))])),
        ("defaultConfiguration", .object([("level", .string(rule.severity.sarifLevel))])),
    ])
}

private func markdown(_ rule: Rule) -> String {
    let examples = [("Wrong", rule.bad), ("Right", rule.good)].compactMap { title, text in
        text.map { "\(title):\n\n```yaml\n\($0.shown)\n```" }
    }
    return ([rule.summary, rule.explanation] + examples).joined(separator: "\n\n")
}

private func result(_ finding: Diagnostic, ruleIndex: Int?, _ fingerprint: String) -> JSONText {
    let related = finding.notes.filter { $0.span != nil }.enumerated().map { index, note in
        let place = note.span.map(physicalLocation) ?? .null
        return JSONText.object([
            ("id", .integer(index)), ("message", message(note.message.description)), ("physicalLocation", place),
        ])
    }
    return .object([
        ("ruleId", .string(finding.rule.code)),
        ("ruleIndex", .integer(ruleIndex ?? -1)),
        ("level", .string(finding.severity.sarifLevel)),
        ("message", message(finding.sentence)),
        ("locations", .array([.object([("physicalLocation", physicalLocation(finding.span))])])),
        ("relatedLocations", .array(related)),
        ("partialFingerprints", .object([("esteiraFinding/v1", .string(fingerprint))])),
    ])
}

private func physicalLocation(_ span: Span) -> JSONText {
    .object([
        ("artifactLocation", .object([("uri", .string(uri(span.file))), ("uriBaseId", .string(projectBase))])),
        (
            "region",
            .object([
                ("startLine", .integer(span.start.line)),
                ("startColumn", .integer(span.start.column)),
                ("endLine", .integer(span.end.line)),
                ("endColumn", .integer(span.end.column)),
                ("byteOffset", .integer(span.start.offset)),
                ("byteLength", .integer(span.end.offset - span.start.offset)),
            ])
        ),
    ])
}

private func message(_ text: String) -> JSONText {
    .object([("text", .string(text))])
}

/// A relative reference (RFC 3986): unreserved characters and `/` as they are, all else percent-encoded.
private func uri(_ path: String) -> String {
    path.utf8.reduce(into: "") { encoded, byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: "/"):
            encoded.unicodeScalars.append(Unicode.Scalar(byte))
        default:
            encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
    }
}

extension Diagnostic {
    /// Message, notes without a place of their own, and help in one text.
    fileprivate var sentence: String {
        let notes = notes.filter { $0.span == nil }.map(\.message.description)
        return ([message.description] + notes + (help.map { [$0.description] } ?? [])).joined(separator: "\n")
    }
}

extension Severity {
    fileprivate var sarifLevel: String {
        switch self {
        case .hint: "note"
        case .warning: "warning"
        case .error: "error"
        }
    }
}
