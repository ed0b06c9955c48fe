extension DiagnosticReport {
    /// One DiagnosticResult of reviewdog; columns are bytes of the line there.
    var reviewdog: String {
        JSONText.object([
            ("source", .object([("name", .string("esteira"))])),
            ("diagnostics", .array(diagnostics.map(reviewdogDiagnostic))),
        ]).text(indented: true) + "\n"
    }

    private func reviewdogDiagnostic(_ finding: Diagnostic) -> JSONText {
        let span = finding.span
        var members: [(String, JSONText)] = [
            ("message", .string(lines(of: finding))),
            (
                "location",
                .object([
                    ("path", .string(span.file)),
                    ("range", reviewdogRange(span.start.offset..<span.end.offset, of: span.file, or: span)),
                ])
            ),
            ("severity", .string(finding.severity.reviewdogLevel)),
            ("code", .object([("value", .string(finding.rule.code))])),
        ]
        // A suggestion is about the file that it is shown in.
        if let fix = finding.fix, fix.edits.allSatisfy({ $0.file == span.file }), sources[span.file] != nil {
            members.append(
                (
                    "suggestions",
                    .array(
                        fix.edits.map { edit in
                            .object([
                                ("range", reviewdogRange(edit.range, of: edit.file, or: span)),
                                ("text", .string(edit.replacement)),
                            ])
                        }
                    )
                )
            )
        }
        return .object(members)
    }

    private func reviewdogRange(_ range: Range<Int>, of file: String, or span: Span) -> JSONText {
        let source = sources[file]
        return .object([
            ("start", source.map { $0.reviewdogPosition(at: range.lowerBound) } ?? span.start.plain),
            ("end", source.map { $0.reviewdogPosition(at: range.upperBound) } ?? span.end.plain),
        ])
    }
}

extension SourceText {
    fileprivate func reviewdogPosition(at offset: Int) -> JSONText {
        let position = position(at: offset)
        let lineStart = range(ofLine: position.line).lowerBound
        return Position(line: position.line, column: position.offset - lineStart + 1, offset: offset).plain
    }
}

extension Position {
    fileprivate var plain: JSONText { .object([("line", .integer(line)), ("column", .integer(column))]) }
}

extension Severity {
    fileprivate var reviewdogLevel: String {
        switch self {
        case .hint: "INFO"
        case .warning: "WARNING"
        case .error: "ERROR"
        }
    }
}
