extension DiagnosticReport {
    /// One object; every key is always there, `null` where there is nothing.
    var json: String {
        JSONText.object([
            ("schema_version", .integer(1)),
            ("tool", .object([("name", .string("esteira")), ("version", .string(toolVersion))])),
            ("findings", .array(findingObjects)),
            ("rules_not_run", .array(rulesNotRun.map(\.json))),
            ("summary", summaryObject),
        ]).text(indented: true) + "\n"
    }

    /// One object a finding and line; the last line is the summary.
    var jsonLines: String {
        let last = JSONText.object([
            ("schema_version", .integer(1)), ("rules_not_run", .array(rulesNotRun.map(\.json))),
            ("summary", summaryObject),
        ])
        return (findingObjects + [last]).map { $0.text() + "\n" }.joined()
    }

    /// Those that are accepted come last.
    private var findingObjects: [JSONText] {
        zip(diagnostics, fingerprints).map { $0.reportedObject(fingerprint: $1, suppressed: nil) }
            + zip(suppressed, suppressedFingerprints).map {
                $0.finding.reportedObject(fingerprint: $1, suppressed: $0.place)
            }
    }

    private var summaryObject: JSONText {
        let counts = severityCounts.map { ("\($0.severity.label)s", JSONText.integer($0.count)) }
        let fixable = diagnostics.compactMap(\.fix?.applicability)
        let summary = summary ?? CheckSummary(fileCount: sources.count)
        return .object(
            [("files", .integer(summary.fileCount))] + counts + [
                ("fixable", .integer(fixable.count)),
                ("fixable_safely", .integer(fixable.count { $0 == .safe })),
                ("fixed", .integer(summary.fixed)),
                ("suppressed", .integer(suppressed.count)),
                ("hints_not_shown", .integer(summary.hiddenHints)),
            ])
    }
}

extension RuleNotRun {
    fileprivate var json: JSONText {
        .object([
            ("code", .string(rule.code)), ("name", .string(rule.name)), ("reason", .string(reason.description)),
        ])
    }
}

extension Diagnostic {
    /// As other reports embed it.
    package var json: JSONText {
        .object(
            [
                ("code", .string(rule.code)),
                ("name", .string(rule.name)),
                ("severity", .string(severity.rawValue)),
                ("message", .string(message.description)),
            ] + span.placeMembers(file: "file") + [
                ("help", .string(orNull: help?.description)),
                ("notes", .array(notes.map { $0.noteJSON(file: "file") })),
            ]
        )
    }

    fileprivate func reportedObject(fingerprint: String, suppressed: SuppressedFinding.Place?) -> JSONText {
        .object(
            [
                ("code", .string(rule.code)),
                ("name", .string(rule.name)),
                ("severity", .string(severity.rawValue)),
                ("message", .string(message.description)),
            ] + span.placeMembers(file: "path") + [
                ("help", .string(orNull: help?.description)),
                ("related", .array(notes.map { $0.noteJSON(file: "path") })),
                ("fix", fix?.json ?? .null),
                ("fingerprint", .string(fingerprint)),
                ("suppressed", suppressed?.json ?? .null),
            ]
        )
    }
}

extension SuppressedFinding.Place {
    fileprivate var json: JSONText {
        switch self {
        case .comment(let reason): .object([("by", .string("comment")), ("reason", .string(orNull: reason))])
        case .baseline: .object([("by", .string("baseline")), ("reason", .null)])
        }
    }
}

extension Fix {
    fileprivate var json: JSONText {
        .object([
            ("applicability", .string(applicability.rawValue)),
            ("title", .string(title.description)),
            (
                "edits",
                .array(
                    edits.map { edit in
                        .object([
                            ("path", .string(edit.file)),
                            ("start", .integer(edit.range.lowerBound)),
                            ("end", .integer(edit.range.upperBound)),
                            ("replacement", .string(edit.replacement)),
                        ])
                    })
            ),
        ])
    }
}

extension Diagnostic.Note {
    fileprivate func noteJSON(file: String) -> JSONText {
        let nowhere: [(String, JSONText)] = [(file, .null), ("start", .null), ("end", .null)]
        return .object([("message", .string(message.description))] + (span?.placeMembers(file: file) ?? nowhere))
    }
}

extension Span {
    fileprivate func placeMembers(file key: String) -> [(String, JSONText)] {
        [(key, .string(file)), ("start", start.json), ("end", end.json)]
    }
}

extension Position {
    fileprivate var json: JSONText {
        .object([("line", .integer(line)), ("column", .integer(column)), ("offset", .integer(offset))])
    }
}
