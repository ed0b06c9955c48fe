package import Configuration
import Expressions
import Quality
package import Reporting

/// What a reading depends on besides the files.
package struct ReadingOptions: Sendable {
    package var profile: String?
    /// Parameter values of the command line.
    package var params: [String: String]
    /// Environment, `.env` and secrets; `params` and the rest are added while reading.
    package var scope: Scope
    package var clock: ReadingClock

    package init(profile: String? = nil, params: [String: String] = [:], scope: Scope = Scope(), clock: ReadingClock) {
        self.profile = profile
        self.params = params
        self.scope = scope
        self.clock = clock
    }
}

/// Reads a project: every file, every problem. No disk, network or clock.
package func readProject(_ files: ProjectFiles, options: ReadingOptions) -> ProjectReading {
    var found = Diagnostics()
    for file in files.unread { found.report(file.finding) }
    guard let source = files[ProjectFiles.projectFile] else {
        if files.unread.contains(where: { $0.path == ProjectFiles.projectFile }) {
            return ProjectReading(project: nil, found: found)
        }
        found.report(
            Diagnostic(
                .noProject,
                "there is no 'esteira.yaml' here",
                at: .startOf(ProjectFiles.projectFile),
                help: "'esteira init' makes one"
            )
        )
        return ProjectReading(project: nil, found: found)
    }
    if let variables = files[".env"] { _ = parseDotEnv(variables, found: &found) }
    let trees = parsed(files, found: &found)
    let includes = Includes(files, trees, found: &found)
    let file = trees[source.path].flatMap {
        ProjectFile($0, profile: options.profile, scope: options.scope, found: &found)
    }
    var options = options
    options.scope.allowsSecrets = false
    let schemas = readSchemas(files, trees, scope: options.scope, found: &found)
    let lock = readEach([files[SchemaLock.file]].compactMap(\.self), trees, found: &found) { node, _, found in
        var ofLock = Diagnostics()
        let lock = SchemaLock(node, found: &ofLock)
        found.report(contentsOf: ofLock.ofLock)
        return lock
    }
    let suites = readSuites(files.suites(besides: includes.allFragments), trees, scope: options.scope, found: &found)
    let pipelines = readPipelines(files, includes, project: file, options: options, found: &found)
    guard let file else { return ProjectReading(project: nil, found: found, trees: trees, includes: includes) }
    return ProjectReading(
        project: Project(
            name: file.name,
            profile: file.profile,
            pools: file.pools,
            runsKept: file.runsKept,
            pipelines: pipelines,
            schemas: schemas,
            lock: lock.first?.declaration,
            suites: suites,
            unreadSchemas: files.names(in: "schemas", trees, besides: schemas.values.map(\.span.file)),
            unreadSuites: files.names(in: "expectations", trees, besides: suites.values.map(\.file))
        ),
        found: found,
        trees: trees,
        includes: includes
    )
}

/// What stands in each file, by path; what does not parse is reported and left out.
private func parsed(_ files: ProjectFiles, found: inout Diagnostics) -> [String: Node] {
    let sources = files.sources.filter { $0.path != ".env" }
    let parsed = concurrently(sources.count) { number in
        var found = Diagnostics()
        return (tree: parseYAML(sources[number], found: &found), found: found)
    }
    var trees: [String: Node] = [:]
    for (source, (tree, findings)) in zip(sources, parsed) {
        trees[source.path] = tree
        found.report(contentsOf: source.path == SchemaLock.file ? findings.ofLock : findings)
    }
    return trees
}

/// Reads the files that parsed, on all cores; their findings stand in the files' order.
///
/// - Parameter parts: paths of other files whose nodes are in a tree.
private func readEach<Declaration: Sendable>(
    _ sources: [SourceText],
    _ trees: [String: Node],
    parts: [String: Set<String>] = [:],
    found: inout Diagnostics,
    _ read: @Sendable (Node, SourceText, inout Diagnostics) -> Declaration?
) -> [(source: SourceText, declaration: Declaration)] {
    // What parsing said of a file is not said again in other words.
    let said = Dictionary(grouping: found.items, by: \.span.file)
    let readings = concurrently(sources.count) { number in
        let source = sources[number]
        let before =
            said[source.path, default: []] + parts[source.path, default: []].sorted().flatMap { said[$0, default: []] }
        var found = Diagnostics(before)
        return (declaration: trees[source.path].flatMap { read($0, source, &found) }, found: found)
    }
    let before = Set(found.items)
    var shared = SharedFindings()
    for (source, reading) in zip(sources, readings) {
        let findings = reading.found.items.filter { !before.contains($0) }
        shared.take(findings, of: source.path, including: parts[source.path, default: []])
    }
    found.report(contentsOf: shared.diagnostics)
    return zip(sources, readings).compactMap { source, reading in reading.declaration.map { (source, $0) } }
}

private func readSchemas(
    _ files: ProjectFiles,
    _ trees: [String: Node],
    scope: Scope,
    found: inout Diagnostics
) -> [String: TableSchema] {
    let read = readEach(files.inFolder("schemas"), trees, found: &found) { node, _, found in
        RecordReader(scope: scope).read(node, as: TableSchema.spec, found: &found)
            .flatMap { TableSchema($0, found: &found) }
    }
    var schemas: [String: TableSchema] = [:]
    for (_, schema) in read {
        if let first = schemas[schema.name] {
            found.report(.duplicateName("schema", schema.name, at: schema.span, first: first.span))
        } else {
            schemas[schema.name] = schema
        }
    }
    return schemas
}

private func readSuites(
    _ sources: [SourceText],
    _ trees: [String: Node],
    scope: Scope,
    found: inout Diagnostics
) -> [String: Suite] {
    let read = readEach(sources, trees, found: &found) { node, source, found in
        readSuite(node, file: source.path, reader: RecordReader(scope: scope), found: &found)
    }
    var suites: [String: Suite] = [:]
    for (source, suite) in read {
        suites[source.path] = suite
        let parts = source.path.split(separator: "/")
        guard parts.count == 2, parts[0] == "expectations" else { continue }  // others go by their paths alone
        let stem = String(parts[1].prefix { $0 != "." })
        if let first = suites.updateValue(suite, forKey: stem) {
            found.report(
                .duplicateName("expectation suite", stem, at: .startOf(source.path), first: .startOf(first.file))
            )
        }
    }
    return suites
}

extension ProjectFiles {
    /// What the files of a folder, but for some, may be known by: their paths, their stems, and the schemas they speak of.
    fileprivate func names(in folder: String, _ trees: [String: Node], besides read: [String]) -> Set<String> {
        let paths = Set(inFolder(folder).map(\.path) + unread.map(\.path).filter { $0.hasPrefix(folder + "/") })
        return paths.subtracting(read).reduce(into: []) { names, path in
            names.insert(path)
            names.insert(String(path.lastPart(after: "/").prefix { $0 != "." }))
            if let name = trees[path]?["schema"]?.scalar?.text { names.insert(name) }
        }
    }
}

private func readPipelines(
    _ files: ProjectFiles,
    _ includes: Includes,
    project: ProjectFile?,
    options: ReadingOptions,
    found: inout Diagnostics
) -> [Pipeline] {
    guard let project else { return [] }
    let known = ["profile": Binding(.string(project.profile.name)), "project": Binding(.string(project.name))]
    let scope = options.scope.adding(known)
    let sources = files.inFolder("pipelines")
    let read = readEach(sources, includes.pipelines, parts: includes.fragments, found: &found) { node, source, found in
        for part in includes.overruled[source.path, default: []] {
            _ = RecordReader(scope: scope.withAnyParameter).read(part, as: Pipeline.fragmentSpec, found: &found)
        }
        return Pipeline(
            node, file: source.path, scope: scope, project: project, given: options.params, clock: options.clock,
            found: &found)
    }
    var pipelines: [Pipeline] = []
    for (_, pipeline) in read {
        if let first = pipelines.first(where: { $0.name == pipeline.name }) {
            found.report(.duplicateName("pipeline", pipeline.name, at: pipeline.span, first: first.span))
        } else {
            pipelines.append(pipeline)
        }
    }
    return pipelines
}

extension Diagnostic {
    package static func duplicateName(_ kind: Message, _ name: String, at span: Span, first: Span) -> Diagnostic {
        Diagnostic(
            .duplicateName,
            "two \(kind)s are named '\(name)'",
            at: span,
            notes: [Note("the first is here", at: first)],
            help: "rename one of them"
        )
    }
}
