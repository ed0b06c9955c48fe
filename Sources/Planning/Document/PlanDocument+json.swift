import Foundation

extension PlanDocument {
    /// One object with sorted keys: the same plan gives the same bytes.
    package func json(indented: Bool = true) -> String { Self.text(self, indented: indented) }

    /// One object a line: the plan without its lists, then what these hold, each with its `type`, and the summary last.
    package var jsonLines: String {
        var head = self
        head.tasks = []
        head.edges = []
        head.effects = []
        head.unknowns = []
        head.diagnostics = []
        var lines = [Self.typedLine("plan", head)]
        lines += tasks.map { Self.typedLine("task", $0) }
        lines += edges.map { Self.typedLine("edge", $0) }
        lines += effects.map { Self.typedLine("effect", $0) }
        lines += unknowns.map { Self.typedLine("unknown", $0) }
        lines += diagnostics.map { Self.typedLine("diagnostic", $0) }
        lines.append(Self.typedLine("summary", summary))
        return lines.joined()
    }

    /// Reads what `json` wrote. Unknown keys are ignored; another major version is refused.
    package init(json: some Sequence<UInt8>) throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let data = Data(json)
        let version = try decoder.decode(Version.self, from: data).planVersion
        guard version.prefix(while: { $0 != "." }) == Self.version.prefix(while: { $0 != "." }) else {
            throw UnreadableVersion(version: version)
        }
        self = try decoder.decode(Self.self, from: data)
    }

    package struct UnreadableVersion: Error, CustomStringConvertible {
        package var version: String

        package var description: String {
            "the plan has version \(version), this program reads \(PlanDocument.version)"
        }
    }

    private struct Version: Decodable { var planVersion: String }

    private struct Line<Item: Encodable>: Encodable {
        var type: String
        var value: Item
    }

    private static func typedLine(_ type: String, _ item: some Encodable) -> String {
        text(Line(type: type, value: item), indented: false)
    }

    static func text(_ value: some Encodable, indented: Bool) -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if indented { encoder.outputFormatting.insert(.prettyPrinted) }
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
        } catch {
            // Texts and whole numbers always encode.
            preconditionFailure("a plan did not encode: \(error)")
        }
    }
}
