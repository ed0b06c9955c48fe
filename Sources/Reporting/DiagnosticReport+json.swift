extension DiagnosticReport {
    /// An array of findings; every key is always there, `null` where there is nothing.
    var json: String {
        JSONText.array(diagnostics.map(\.json)).text(indented: true) + "\n"
    }
}

extension Diagnostic {
    package var json: JSONText {
        .object(
            [
                ("code", .string(rule.code)),
                ("name", .string(rule.name)),
                ("severity", .string(severity.rawValue)),
                ("message", .string(message.description)),
            ] + span.members + [
                ("help", .string(orNull: help?.description)),
                ("notes", .array(notes.map(\.json))),
            ]
        )
    }
}

extension Diagnostic.Note {
    fileprivate var json: JSONText {
        let nowhere: [(String, JSONText)] = [("file", .null), ("start", .null), ("end", .null)]
        return .object([("message", .string(message.description))] + (span?.members ?? nowhere))
    }
}

extension Span {
    fileprivate var members: [(String, JSONText)] {
        [("file", .string(file)), ("start", start.json), ("end", end.json)]
    }
}

extension Position {
    fileprivate var json: JSONText {
        .object([("line", .integer(line)), ("column", .integer(column)), ("offset", .integer(offset))])
    }
}
