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
    guard let source = files[ProjectFiles.projectFile] else {
        found.report(
            Diagnostic(
                .noProject, "there is no 'esteira.yaml' here", at: .startOf(ProjectFiles.projectFile),
                help: "'esteira init' makes one"))
        return ProjectReading(project: nil, found: found)
    }
    let file = parseYAML(source, found: &found).flatMap {
        ProjectFile($0, profile: options.profile, scope: options.scope, found: &found)
    }
    var options = options
    options.scope.allowsSecrets = false
    let schemas = readSchemas(files, scope: options.scope, found: &found)
    let suites = readSuites(files, scope: options.scope, found: &found)
    let pipelines = readPipelines(files, project: file, options: options, found: &found)
    guard let file else { return ProjectReading(project: nil, found: found) }
    return ProjectReading(
        project: Project(name: file.name, profile: file.profile, pipelines: pipelines, schemas: schemas, suites: suites),
        found: found)
}

private func readSchemas(_ files: ProjectFiles, scope: Scope, found: inout Diagnostics) -> [String: TableSchema] {
    var schemas: [String: TableSchema] = [:]
    for source in files.inFolder("schemas") {
        guard let node = parseYAML(source, found: &found),
            let record = RecordReader(scope: scope).read(node, as: TableSchema.spec, found: &found),
            let schema = TableSchema(record, found: &found)
        else { continue }
        if let first = schemas[schema.name] {
            found.report(.duplicateName("schema", schema.name, at: schema.span, first: first.span))
        } else {
            schemas[schema.name] = schema
        }
    }
    return schemas
}

private func readSuites(_ files: ProjectFiles, scope: Scope, found: inout Diagnostics) -> [String: Suite] {
    var suites: [String: Suite] = [:]
    for source in files.inFolder("expectations") {
        let reader = RecordReader(scope: scope)
        guard let node = parseYAML(source, found: &found),
            let suite = readSuite(node, file: source.path, reader: reader, found: &found)
        else { continue }
        suites[source.path] = suite
        let stem = String((source.path.split(separator: "/").last ?? "").prefix { $0 != "." })
        if let first = suites.updateValue(suite, forKey: stem) {
            found.report(
                .duplicateName("expectation suite", stem, at: .startOf(source.path), first: .startOf(first.file)))
        }
    }
    return suites
}

private func readPipelines(
    _ files: ProjectFiles, project: ProjectFile?, options: ReadingOptions, found: inout Diagnostics
) -> [Pipeline] {
    var pipelines: [Pipeline] = []
    for source in files.inFolder("pipelines") {
        guard let node = parseYAML(source, found: &found), let project else { continue }
        let known = ["profile": Binding(.string(project.profile.name)), "project": Binding(.string(project.name))]
        guard
            let pipeline = Pipeline(
                node, file: source.path, scope: options.scope.adding(known), project: project, given: options.params,
                clock: options.clock, found: &found)
        else { continue }
        if let first = pipelines.first(where: { $0.name == pipeline.name }) {
            found.report(.duplicateName("pipeline", pipeline.name, at: pipeline.span, first: first.span))
        } else {
            pipelines.append(pipeline)
        }
    }
    return pipelines
}

extension Rule {
    package static let noProject = Rule(
        "EST0013", "no-project", summary: "The folder is not a project.",
        explanation: "A project is a folder with an `esteira.yaml`. Commands look for one in this folder and those above it.")
    package static let duplicateName = Rule(
        "EST2001", "duplicate-name", summary: "Two objects of a kind have the same name.",
        explanation: "References would be ambiguous. Rename one of the two.",
        bad: "sources:\n  orders: …\n# and in another file\nsources:\n  orders: …")
}

extension Diagnostic {
    package static func duplicateName(_ kind: String, _ name: String, at span: Span, first: Span) -> Diagnostic {
        Diagnostic(
            .duplicateName, "two \(kind)s are named '\(name)'", at: span, notes: [Note("the first is here", at: first)],
            help: "rename one of them")
    }
}
