import Reporting

extension PlanText {
    var title: String {
        let id = view.isReproducible ? "" : " \(document.id.prefix(8))"
        let title = "\(view.say("Plan"))\(id)   \(document.pipeline)"
        guard let interval = document.interval else { return title }  // a plan of several days has none
        return "\(title)   \(view.say("interval")) [\(interval.start), \(interval.end)) \(interval.timezone)"
    }

    var configWords: String {
        let count = document.inputs.files.count
        let files: Message = count == 1 ? "1 file" : "\(count) files"
        let digest: Message = count == 0 || view.isReproducible ? "" : ", digest \(document.inputs.digest.prefix(8))"
        let changed: Message = document.comparison.map { ", compared with \($0.base)" } ?? ""
        return view.say("project \(document.project), profile \(document.profile); \(files)\(digest)\(changed)")
    }

    var titleLines: [String] { [bold(view.marked(title))] }

    var headerLines: [String] {
        var rows: [(Message, String)] = [("contact", document.level.words)]
        if let note = document.level.note { rows.append(("", note)) }
        rows.append(("config", configWords))
        let threads: Message = document.engine.threads.map { "\($0) threads" } ?? "as many threads as there are"
        let engine: Message =
            "\(document.engine.name), \(threads), memory \(document.engine.memory)\(spillWords); lake \(document.lake)"
        rows.append(("engine", view.say(engine)))
        let params = document.inputs.params.map { "\($0.name)=\($0.value) \(view.say(origin(of: $0)))" }
        if !params.isEmpty { rows.append(("params", "")) }
        var lines = rows.map { name, words in "  \(view.say(name).padded(to: 9)) \(words)" }
        if !params.isEmpty { lines[lines.count - 1] += joinedParams(params) }
        return titleLines + lines.map(view.marked)
    }

    private func origin(of param: PlanDocument.Inputs.Param) -> Message {
        switch PlanDocument.Inputs.Param.Origin(rawValue: param.origin) {
        case .cli: Message(param.origin)
        case .profile: "profile \(document.profile) \(param.source.text)"
        case .default: "default \(param.source.text)"
        // A plan of another version may know more.
        case nil: "\(param.origin) \(param.source.text)"
        }
    }

    private var spillWords: Message {
        let limit = document.engine.spillLimit.map(sizeInWords)
        return switch (document.engine.spill, limit) {
        case (nil, nil): ""
        case (let folder?, nil): ", spills to \(folder)"
        case (nil, let limit?): ", spills at most \(limit)"
        case (let folder?, let limit?): ", spills to \(folder), at most \(limit)"
        }
    }

    /// On one line where they fit, else a line each.
    private func joinedParams(_ params: [String]) -> String {
        let line = params.joined(separator: "   ")
        return 12 + line.count <= width ? line : params.joined(separator: "\n" + String(repeating: " ", count: 12))
    }

    func bold(_ text: String) -> String { view.style.painted(text, .bold) }

    /// The line with its symbol in colour.
    func coloured(_ line: String, _ symbol: String) -> String {
        guard view.style.isColoured, let place = line.firstRange(of: " \(symbol) ") else { return line }
        let colour: TextStyle.Colour =
            switch symbol {
            case "+": .green
            case "~", "-/+": .yellow
            case "-", "!", "x": .red
            case "=": .dim
            default: .cyan
            }
        return line[..<place.lowerBound] + " " + view.style.painted(symbol, colour) + " " + line[place.upperBound...]
    }
}

extension String {
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
