extension DiagnosticReport {
    /// Frames for people: each finding with its source, its notes and its way out, then the count.
    ///
    /// - Parameter grouping: nil: as the findings come, without titles.
    func framedText(_ style: TextStyle, by grouping: FindingGroup?) -> String {
        var frames: [String] = []
        let all: [(title: String, findings: [Diagnostic])] = [("", diagnostics)]
        for (title, findings) in grouping.map({ groups(by: $0) }) ?? all {
            if !title.isEmpty { frames.append(style.painted("# " + title, .bold) + "\n\n") }
            frames += findings.map { framed($0, style).joined(separator: "\n") + "\n\n" }
        }
        return frames.joined() + (summaryLine ?? countLine) + "\n" + explainHint.enclosed(by: "", and: "\n")
    }

    private func framed(_ diagnostic: Diagnostic, _ style: TextStyle) -> [String] {
        let colour = diagnostic.severity.colour
        let frame = frame(diagnostic.span, mark: "^", colour)
        let notes = diagnostic.notes.map { note in
            (
                note,
                note.span.map { self.frame($0, mark: "-", .blue) }
            )
        }
        let gutter = ([frame] + notes.compactMap(\.1)).reduce(0) { max($0, $1.gutter) }
        let title = style.painted("\(language.text(diagnostic.severity.word))[\(diagnostic.rule.code)]", colour)
        let message = printable(diagnostic.message.description, isASCII: style.isASCII)
        var lines = ["\(title) \(style.painted(message, .bold))"] + frame.drawn(gutter: gutter, style)
        for (note, frame) in notes {
            lines.append(
                "\(painted("note", .green, style)) \(printable(note.message.description, isASCII: style.isASCII))"
            )
            if let frame { lines += frame.drawn(gutter: gutter, style) }
        }
        if let help = diagnostic.help {
            lines.append("\(painted("help", .cyan, style)) \(printable(help.description, isASCII: style.isASCII))")
        }
        if let fix = diagnostic.fix {
            let title = printable(fix.title.description, isASCII: style.isASCII)
            lines.append("\(painted("fix", .cyan, style)) \(title) (\(fix.applicability.option))")
        }
        return lines
    }

    private func frame(_ span: Span, mark: Character, _ colour: TextStyle.Colour) -> SourceFrame {
        SourceFrame(
            span: span, source: sources[span.file], mark: mark, colour: colour,
            hidden: hidden.filter { $0.file == span.file })
    }

    /// What no report shows, whoever else finds something on its line.
    private var hidden: [Span] {
        (diagnostics + suppressed.map(\.finding)).filter(\.rule.hidesText).map(\.span)
    }

    private func painted(_ label: Message, _ colour: TextStyle.Colour, _ style: TextStyle) -> String {
        style.painted(language.text(label) + ":", colour)
    }

    /// `2 errors, 1 warning in 3 files`: the files with findings, or those checked when there are none.
    var countLine: String {
        guard !diagnostics.isEmpty else { return language.text("no findings in \(counted(sources.count, .file))") }
        let counts = Severity.allCases.reversed().compactMap { severity in
            let count = diagnostics.count { $0.severity == severity }
            return count == 0 ? nil : counted(count, Countable(severity))
        }
        let files = counted(Set(diagnostics.map(\.span.file)).count, .file)
        return language.text("\(counts.joined(separator: ", ")) in \(files)")
    }

    /// Names the first of the gravest findings' rules.
    private var explainHint: String? {
        guard let gravest = diagnostics.map(\.severity).max() else { return nil }
        return diagnostics.first { $0.severity == gravest }.map {
            language.text("to read more: esteira explain \($0.rule.code)")
        }
    }
}

extension Severity {
    /// In text for people.
    var word: Message {
        switch self {
        case .hint: "hint"
        case .warning: "warning"
        case .error: "error"
        }
    }

    /// The word in formats for programs, the same in every language.
    var label: String {
        switch self {
        case .hint: "hint"
        case .warning: "warning"
        case .error: "error"
        }
    }

    fileprivate var colour: TextStyle.Colour {
        switch self {
        case .hint: .cyan
        case .warning: .yellow
        case .error: .red
        }
    }
}

extension Fix.Applicability {
    /// What applies it on the command line.
    fileprivate var option: String {
        switch self {
        case .safe: "--fix"
        case .unsafe: "--unsafe-fixes"
        }
    }
}
