package import Configuration
package import Reporting
import Synthesis

extension Diagnostics {
    /// Reports what is no name, unless the key itself is reported.
    mutating func checkName(_ name: Text) {
        guard !isName(name.string), !items.contains(where: { $0.span == name.span }) else { return }
        report(.invalidName(name))
    }

    package mutating func checkConfined(_ path: Text) {
        guard path.string.split(separator: "/").contains("..") else { return }
        report(
            Diagnostic(
                .unconfinedPath, "'\(path)' leaves the project's folder", at: path.span,
                help: "keep it inside the folder, or write the whole path"))
    }

    /// `{{ ds }}` is what other tools replace; here it would be part of a name.
    mutating func checkForeignTemplate(_ path: Text) {
        let bytes = Array(path.string.utf8)
        guard let open = bytes.firstRange(of: "{{".utf8),
            let close = bytes[open.upperBound...].firstRange(of: "}}".utf8)
        else { return }
        let range = open.lowerBound..<close.upperBound
        report(
            Diagnostic(
                .badInterpolation, "nothing replaces '\(String(decoding: bytes[range], as: UTF8.self))' here",
                at: path.span(of: range), help: "write '${params.date}', or another parameter of the pipeline",
                severity: .warning))
    }

    /// What begins with a parameter of any text is a place that whoever starts a run chooses.
    mutating func checkPrefixes(in pipeline: Node, params: [Parameter]) {
        let free = params.filter { $0.type == .string }.map(\.name)
        guard !free.isEmpty else { return }
        for scalar in pipeline.pathsAndTables {
            guard let name = free.first(where: { scalar.text.hasPrefix("${params.\($0)}") }) else { continue }
            let end = "${params.\(name)}".utf8.count
            report(
                Diagnostic(
                    .unconfinedPath, "'\(scalar.text)' is wherever parameter '\(name)' says",
                    at: scalar.places.span(of: 0..<end, in: scalar.text),
                    help: "write a folder or a schema before it, or make the parameter a 'choice'"))
        }
    }

    /// Datasets whose paths are the same would overwrite each other.
    mutating func checkLayout(_ layout: Text) {
        let missing = ["zone", "dataset"].filter { name in !layout.holes.contains { $0.name == name } }
        guard !missing.isEmpty else { return }
        let names = missing.map { "'${\($0)}'" as Message }.joined(separator: " and ")
        report(
            Diagnostic(
                .sharedPath, "the layout lacks \(names), so datasets would overwrite each other", at: layout.span,
                help: "name both, as in \"${zone}/${dataset}.parquet\""))
    }

    /// Tables of generators, each written to a file of its own.
    mutating func checkPaths(of generators: [GeneratorDeclaration]) {
        var writers: [String: (table: String, span: Span)] = [:]
        for generator in generators {
            for table in generator.database.tables {
                let path = generator.path(of: table.name)
                let span = generator.pathTemplate.span
                guard let first = writers.updateValue((table.name, span), forKey: path) else { continue }
                report(
                    Diagnostic(
                        .sharedPath, "tables '\(first.table)' and '\(table.name)' are both written to '\(path)'",
                        at: span,
                        notes: first.span == span ? [] : [.init("the first is written here", at: first.span)],
                        help: "let the path name the table: '${table}.csv'"))
            }
        }
    }

    /// - Parameter zones: nil where the project does not list them.
    mutating func checkZones(of pipeline: Record, among zones: [String]?) {
        guard let zones else { return }
        for (section, standard) in [("sources", "raw"), ("transforms", "processed")] {
            for (name, item) in pipeline.map(section) {
                let zone = item.asRecord?.text("zone") ?? Text(standard, at: name.span)
                guard !zones.contains(zone.string) else { continue }
                let closest = closestName(to: zone.string, among: zones)
                report(
                    Diagnostic(
                        .invalidChoice, "the lake has no zone '\(zone)'", at: zone.span,
                        help: closest.map { "did you mean '\($0)'?" }
                            ?? "zones: \(zones.joined(separator: ", ")); more are listed in 'lake: zones:' of esteira.yaml"
                    ))
            }
        }
    }
}

extension Node {
    /// The paths of a pipeline's sources and generators, and the tables of its sinks, as written.
    fileprivate var pathsAndTables: [Scalar] {
        let files = entries(of: "sources").flatMap { source in
            ["csv", "parquet", "jsonl"].compactMap { source.value[$0] }
        }
        let outputs = entries(of: "generators").compactMap { $0.value["output"]?["csv"] }
        let tables = entries(of: "sinks").compactMap { $0.value["table"] ?? $0.value }
        return ((files + outputs).compactMap { $0["path"] ?? $0 } + tables).compactMap(\.scalar)
    }
}
