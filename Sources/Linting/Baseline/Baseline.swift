import Configuration
package import Reporting

/// Findings that are accepted for now, by fingerprint and count: what moves stays accepted, a second one is new.
package struct Baseline: Sendable {
    package struct Entry: Hashable, Sendable {
        package var path: String
        package var code: String
        package var fingerprint: String
        package var count: Int
        package var message: String
        /// Where it stands in the baseline's own file.
        package var span: Span
    }

    package var entries: [Entry]

    package init(entries: [Entry] = []) { self.entries = entries }

    /// Findings that it accepts.
    package var count: Int { entries.reduce(0) { $0 + $1.count } }
}

extension Baseline {
    /// Nil where the file is no baseline.
    package init?(_ source: SourceText) {
        var found = Diagnostics()
        guard let tree = parseYAML(source, found: &found), tree["version"]?.scalar?.text == "1",
            let nodes = tree["findings"]?.items
        else { return nil }
        var entries: [Entry] = []
        for node in nodes {
            guard let path = node["path"]?.scalar?.text, let code = node["code"]?.scalar?.text,
                let fingerprint = node["fingerprint"]?.scalar?.text,
                let count = node["count"]?.scalar.flatMap({ Int($0.text) }), count > 0
            else { return nil }
            let message = node["message"]?.scalar?.text
            entries.append(
                Entry(
                    path: path, code: code, fingerprint: fingerprint, count: count, message: message ?? code,
                    span: node.span))
        }
        self.init(entries: entries)
    }

    /// By path, code and fingerprint, so that two people who write it write the same.
    package var json: String {
        let sorted = entries.sorted { ($0.path, $0.code, $0.fingerprint) < ($1.path, $1.code, $1.fingerprint) }
        let findings = sorted.map { entry in
            JSONText.object([
                ("path", .string(entry.path)), ("code", .string(entry.code)),
                ("fingerprint", .string(entry.fingerprint)), ("count", .integer(entry.count)),
                ("message", .string(entry.message)),
            ])
        }
        return JSONText.object([("version", .integer(1)), ("findings", .array(findings))]).text(indented: true) + "\n"
    }
}
