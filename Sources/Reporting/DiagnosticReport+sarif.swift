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
            result(finding, ruleIndex: indexes[finding.rule.code], fingerprint, suppression: nil)
        }
        let accepted = zip(suppressed, suppressedFingerprints).map { suppressed, fingerprint in
            result(
                suppressed.finding,
                ruleIndex: indexes[suppressed.finding.rule.code],
                fingerprint,
                suppression: suppressed.place
            )
        }
        let folder = JSONText.object([("description", message("the project's folder"))])
        return .object([
            ("tool", .object([("driver", driver)])),
            ("automationDetails", .object([("id", .string("esteira/lint/"))])),
            ("originalUriBaseIds", .object([(projectBase, folder)])),
            ("columnKind", .string("unicodeCodePoints")),
            ("results", .array(results + accepted)),
        ])
    }

    private var driver: JSONText {
        .object([
            ("name", .string("esteira")),
            ("version", .string(toolVersion)),
            ("rules", .array(rules.map { descriptor($0, language) })),
        ])
    }
}

private let projectBase = "PROJECTROOT"

private func descriptor(_ rule: Rule, _ language: Language) -> JSONText {
    .object([
        ("id", .string(rule.code)),
        ("name", .string(rule.name)),
        ("shortDescription", message(rule.summary)),
        ("fullDescription", message(rule.explanation)),
        (
            "help",
            .object([
                ("text", .string(explanation(of: rule, in: language))), ("markdown", .string(markdown(rule, language))),
            ])
        ),
        ("defaultConfiguration", .object([("level", .string(rule.severity.sarifLevel))])),
    ])
}

private func markdown(_ rule: Rule, _ language: Language) -> String {
    let titled: [(Message, RuleExample?)] = [("Wrong:", rule.bad), ("Right:", rule.good)]
    let examples = titled.compactMap { title, text in
        text.map { "\(language.text(title))\n\n```yaml\n\($0.shown)\n```" }
    }
    return ([rule.summary, rule.explanation] + examples).joined(separator: "\n\n")
}

extension DiagnosticReport {
    private func result(
        _ finding: Diagnostic,
        ruleIndex: Int?,
        _ fingerprint: String,
        suppression: SuppressedFinding.Place?
    ) -> JSONText {
        let related = finding.notes.filter { $0.span != nil }.enumerated().map { index, note in
            let place = note.span.map(physicalLocation) ?? .null
            return JSONText.object([
                ("id", .integer(index)), ("message", message(note.message.description)), ("physicalLocation", place),
            ])
        }
        var members: [(String, JSONText)] = [
            ("ruleId", .string(finding.rule.code)),
            ("ruleIndex", .integer(ruleIndex ?? -1)),
            ("level", .string(finding.severity.sarifLevel)),
            ("message", message(finding.sentence)),
            ("locations", .array([.object([("physicalLocation", physicalLocation(finding.span))])])),
            ("relatedLocations", .array(related)),
            ("partialFingerprints", .object([("esteiraFinding/v1", .string(fingerprint))])),
        ]
        if let fix = finding.fix.flatMap(sarifFix) { members.append(("fixes", .array([fix]))) }
        // An array, if empty, says that suppressions were looked for and none applies.
        members.append(("suppressions", .array([suppression].compactMap { $0.map(sarifSuppression) })))
        return .object(members)
    }

    /// Nil where a file's text is not at hand, without which an edit has no line and column.
    private func sarifFix(_ fix: Fix) -> JSONText? {
        let byFile = Dictionary(grouping: fix.edits, by: \.file).sorted { $0.key < $1.key }
        var changes: [JSONText] = []
        for (file, edits) in byFile {
            guard let source = sources[file] else { return nil }
            let replacements = edits.map { edit in
                JSONText.object([
                    ("deletedRegion", region(source.span(edit.range))),
                    ("insertedContent", message(edit.replacement)),
                ])
            }
            changes.append(
                .object([("artifactLocation", artifactLocation(file)), ("replacements", .array(replacements))])
            )
        }
        return changes.isEmpty
            ? nil : .object([("description", message(fix.title.description)), ("artifactChanges", .array(changes))])
    }
}

private func sarifSuppression(_ place: SuppressedFinding.Place) -> JSONText {
    switch place {
    case .comment(nil): .object([("kind", .string("inSource"))])
    case .comment(let reason?): .object([("kind", .string("inSource")), ("justification", .string(reason))])
    case .baseline: .object([("kind", .string("external")), ("justification", .string("in the baseline"))])
    }
}

private func physicalLocation(_ span: Span) -> JSONText {
    .object([("artifactLocation", artifactLocation(span.file)), ("region", region(span))])
}

private func artifactLocation(_ file: String) -> JSONText {
    .object([("uri", .string(uri(file))), ("uriBaseId", .string(projectBase))])
}

private func region(_ span: Span) -> JSONText {
    .object([
        ("startLine", .integer(span.start.line)),
        ("startColumn", .integer(span.start.column)),
        ("endLine", .integer(span.end.line)),
        ("endColumn", .integer(span.end.column)),
        ("byteOffset", .integer(span.start.offset)),
        ("byteLength", .integer(span.end.offset - span.start.offset)),
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
        return ([message.description] + notes + [help?.description].compactMap(\.self)).joined(separator: "\n")
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
