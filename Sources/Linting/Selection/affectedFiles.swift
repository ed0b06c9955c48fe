import Configuration
import Kinds
import Reporting

/// Changed files and those that name what is declared in them; nil where all are, because `esteira.yaml` or the lock of
/// the schemas changed.
///
/// A pipeline is affected by its fragments, schemas and suites, and by pipelines that make what it reads from the lake.
package func affectedFiles(by changed: Set<String>, in looked: LookedAt) -> Set<String>? {
    if !changed.isDisjoint(with: [ProjectFiles.projectFile, SchemaLock.file]) { return nil }
    var names: Set<String> = []
    for path in changed where !path.hasPrefix("pipelines/") {
        names.insert(path)
        let name = path.split(separator: "/").last.map(String.init) ?? path
        names.insert(String(name.prefix { $0 != "." }))
        if let schema = looked.trees[path]?["schema"]?.scalar?.text { names.insert(schema) }
    }
    let including = Set(looked.includes.fragments.filter { !$0.value.isDisjoint(with: changed) }.keys)
    for path in changed.union(including) {
        guard let node = looked.includes.pipelines[path] ?? looked.trees[path], path.hasPrefix("pipelines/") else {
            continue
        }
        for key in ["generators", "transforms"] { names.formUnion(node.entries(of: key).map(\.key)) }
        if let name = node["pipeline"]?.scalar?.text { names.insert(name) }
    }
    let affected = looked.trees.filter { path, node in
        guard path.hasPrefix("pipelines/"), !changed.contains(path) else { return false }
        return including.contains(path) || (looked.includes.pipelines[path] ?? node).mentions(names)
    }
    // What is found in a pipeline may stand in a fragment of it.
    let reported = changed.union(affected.keys).union(looked.generators(of: changed.union(including)))
    return reported.union(reported.flatMap { looked.includes.fragments[$0, default: []] })
}

extension LookedAt {
    /// Files of the generators whose tables a source reads that changed, or whose schema did.
    fileprivate func generators(of changed: Set<String>) -> Set<String> {
        var files: Set<String> = []
        linted?.forEachGeneratedSource { table, schema, source in
            if !changed.isDisjoint(with: [schema.span.file, source.span.file]) { files.insert(table.span.file) }
        }
        return files
    }
}

extension Node {
    /// Whether a text in it is a name, or ends in one after a point: `raw.orders`.
    fileprivate func mentions(_ names: Set<String>) -> Bool {
        switch content {
        case .scalar(let scalar):
            names.contains(scalar.text)
                || names.contains(scalar.text.lastPart(after: "."))
        case .sequence(let items): items.contains { $0.mentions(names) }
        case .mapping(let entries): entries.contains { $0.value.mentions(names) }
        }
    }
}
