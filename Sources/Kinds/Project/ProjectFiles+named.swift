import Configuration
package import Reporting

extension ProjectFiles {
    /// With the fragments that pipelines include, those that these include, and the suites that all of them name.
    ///
    /// - Parameters:
    ///   - paths: of the files that a path or a pattern means.
    ///   - read: the texts of paths; what is not there is left out.
    package func withNamedFiles(
        matching paths: (String) -> [String], read: ([String]) throws -> [SourceText]
    ) rethrows -> ProjectFiles {
        var files = self
        var tried = Set(sources.map(\.path))
        while true {
            let new = files.includedPaths.flatMap(paths).filter { Self.mayBeFragment($0) && tried.insert($0).inserted }
            if new.isEmpty { break }
            files = files.with(files.sources + (try read(new)))
        }
        let suites = Set(files.suitePaths).subtracting(files.sources.map(\.path)).sorted()
        return files.with(files.sources + (try read(suites)))
    }

    /// What pipelines, and fragments of them, include: paths and patterns inside the project.
    private var includedPaths: [String] {
        parts.filter(\.mayInclude).flatMap { source -> [String] in
            var ignored = Diagnostics()  // reported when the pipeline is read
            guard let tree = parseYAML(source, found: &ignored), let written = tree[Pipeline.includeField.name] else {
                return []
            }
            return (written.items ?? [written]).compactMap(\.scalar?.text)
        }.filter { !$0.isEmpty && Self.isConfined($0) }
    }

    /// Pipelines, then what may be fragments of them.
    package var parts: [SourceText] { inFolder("pipelines") + sources.filter { Self.mayBeFragment($0.path) } }

    /// What is read for itself, and what of the rest that names.
    package var named: ProjectFiles {
        let rest = Dictionary(
            uniqueKeysWithValues: sources.filter { Self.mayBeFragment($0.path) }.map { ($0.path, $0) })
        let standard = with(sources.filter { rest[$0.path] == nil })
        return standard.withNamedFiles { pattern in
            let wanted = PathPattern(pattern)
            return rest.keys.filter(wanted.matches)
        } read: {
            $0.compactMap { rest[$0] }
        }
    }

    /// Suites that pipelines name by a path inside the project.
    private var suitePaths: [String] {
        parts.filter(Self.mayNameDocument).flatMap { source -> [String] in
            var ignored = Diagnostics()  // reported when the pipeline is read
            guard let pipeline = parseYAML(source, found: &ignored) else { return [] }
            return pipeline.entries(of: "expectations").compactMap { ($0.value["suite"] ?? $0.value).scalar?.text }
        }.filter { path in
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            return parts.count > 1 && !parts.contains("") && !parts.contains("..") && Self.isDocument(path)
        }
    }

    /// Most pipelines name their suites alone, and need not be read twice.
    private static func mayNameDocument(_ source: SourceText) -> Bool {
        source.firstRange(of: ".json") != nil || source.firstRange(of: ".yaml") != nil
            || source.firstRange(of: ".yml") != nil
    }
}

extension SourceText {
    /// Whether the word is a key in it; most files include nothing, and need not be read twice.
    fileprivate var mayInclude: Bool {
        var rest = utf8.indices
        while let word = firstRange(of: "include", in: rest) {
            let next = utf8[word.upperBound...].first { !" \"'".utf8.contains($0) }
            if next == UInt8(ascii: ":") { return true }
            rest = word.upperBound..<utf8.count
        }
        return false
    }
}
