package import Algebra
import Configuration
package import Expressions
package import Kinds
import Quality
package import Reporting

/// A pipeline whose names are resolved and whose columns are known.
package struct CompiledPipeline {
    package var pipeline: Pipeline
    package var sources: [(declaration: SourceDeclaration, dataset: DatasetName, row: RowType)]
    /// In an order in which each comes after what it reads.
    package var transforms:
        [(declaration: TransformDeclaration, dataset: DatasetName, relation: Relation, steps: [CompiledStep])]
    package var checks: [(binding: ExpectationBinding, dataset: DatasetName)]
    /// What a dataset's check reads besides it, by the name in its suite. May be the dataset itself.
    package var checkReads: [DatasetName: [String: DatasetName]] = [:]
    package var sinks: [(declaration: SinkDeclaration, dataset: DatasetName)]
    var sensors: [CompiledSensor] = []
    /// By the place of the `when` that does not hold.
    var leftOut: Set<Span> = []

    package func row(of dataset: DatasetName) -> RowType? {
        sources.first { $0.dataset == dataset }?.row ?? transforms.first { $0.dataset == dataset }?.relation.row
    }

    /// Datasets that something reads, checks or loads.
    package var usedDatasets: Set<DatasetName> {
        var used = Set(checks.map(\.dataset) + sinks.map(\.dataset))
        for transform in transforms { used.formUnion(transform.relation.datasets) }
        return used.union(checkReads.values.flatMap(\.values))
    }
}

/// An ordered list of small passes; each finds every problem it can before the next needs its result.
package func compile(
    _ pipeline: Pipeline, of project: Project, probe: PlanProbe, found: inout Diagnostics
) -> CompiledPipeline {
    let names = DatasetNames(pipeline)
    var datasets = Datasets()
    let sources = compileSources(pipeline, project, probe, &datasets, &found)
    // Transforms need the columns of the sources, and of each other: each is compiled after what it reads.
    var compiler = TransformCompiler(pipeline: pipeline, names: names, datasets: datasets, probe: probe)
    let transforms = compiler.compileAll(&found)
    var compiled = CompiledPipeline(
        pipeline: pipeline, sources: sources, transforms: transforms, checks: [], sinks: [])
    compiled.checkReads = compileCheckReads(compiled, project, names, &found)
    compiled.checks = compileChecks(compiled, project, names, &found)
    checkOrder(of: compiled, project, &found)
    compiled.sinks = compileSinks(compiled, project, names, compiler.broken, &found)
    compiled.sensors = compileSensors(pipeline, project, &found)
    compiled.leftOut = compileConditions(pipeline, &found)
    checkInputFailures(compiled, names, &found)
    checkPools(pipeline, project, &found)
    checkHooks(pipeline, project, &found)
    reportUnusedSources(compiled, &found)
    _ = upstreamDatasets(of: pipeline, in: project, found: &found)
    return compiled
}

private func compileSources(
    _ pipeline: Pipeline, _ project: Project, _ probe: PlanProbe, _ datasets: inout Datasets, _ found: inout Diagnostics
) -> [(declaration: SourceDeclaration, dataset: DatasetName, row: RowType)] {
    var compiled: [(declaration: SourceDeclaration, dataset: DatasetName, row: RowType)] = []
    for source in pipeline.sources {
        let dataset = DatasetName(zone: source.zone, name: source.name.string)
        let row: RowType?
        if let schema = source.schema {
            row = project.schemas[schema.string]?.row
            if row == nil, !project.unreadSchemas.contains(schema.string) {
                found.report(.unresolved("schema", schema, among: Array(project.schemas.keys)))
            }
        } else {
            row = probe.columns(IngestPattern(path: source.path.string, format: source.format))
            if row == nil {
                found.report(
                    Diagnostic(
                        .columnsUnknown, "the columns of source '\(source.name.string)' are not known", at: source.span,
                        help: """
                            name its 'schema:', or make the file '\(source.path)' first\
                            \(otherDay(of: pipeline, in: source.path.string))
                            """))
            }
        }
        // Without columns nothing that reads it can be checked; an empty row marks it so that names still resolve.
        let known = row ?? RowType([])
        datasets.add(.init(name: dataset, row: known, span: source.span, isTransform: false), found: &found)
        compiled.append((source, dataset, known))
    }
    return compiled
}

/// A way to another day's files, where the path has the pipeline's day.
private func otherDay(of pipeline: Pipeline, in path: String) -> String {
    guard let day = pipeline.params.first(where: { $0.type == .date && path.contains($0.value.text) }) else {
        return ""
    }
    return "; '--param \(day.name)=…' looks at another day's"
}

private func compileChecks(
    _ compiled: CompiledPipeline, _ project: Project, _ names: DatasetNames, _ found: inout Diagnostics
) -> [(binding: ExpectationBinding, dataset: DatasetName)] {
    var bound: [DatasetName: Span] = [:]
    return compiled.pipeline.expectations.compactMap { binding in
        let dataset = names.dataset(binding.dataset, found: &found)
        guard let suite = project.suites[binding.suite.string] else {
            let known = project.suites.keys.filter { !$0.contains("/") }
            if !project.unreadSuites.contains(binding.suite.string) {
                found.report(.unresolved("expectation suite", binding.suite, among: Array(known)))
            }
            return nil
        }
        guard let dataset, let row = compiled.row(of: dataset) else { return nil }
        if let first = bound.updateValue(binding.dataset.span, forKey: dataset) {
            found.report(
                Diagnostic(
                    .duplicateName, "dataset '\(dataset)' has two suites", at: binding.dataset.span,
                    notes: [.init("the first is here", at: first)], help: "put all expectations into one suite"))
        }
        let tables = compiled.otherTables(of: dataset)
        if !row.columns.isEmpty { suite.reading(tables).check(against: row, found: &found) }
        return (binding, dataset)
    }
}

private func compileSinks(
    _ compiled: CompiledPipeline, _ project: Project, _ names: DatasetNames, _ broken: Set<DatasetName>,
    _ found: inout Diagnostics
) -> [(declaration: SinkDeclaration, dataset: DatasetName)] {
    var tables: [String: Span] = [:]
    return compiled.pipeline.sinks.compactMap { sink in
        found.requireConnection(sink.connection, of: project.profile)
        let target = "\(sink.connection.string) \(sink.table.string)"
        if let first = tables.updateValue(sink.table.span, forKey: target) {
            found.report(
                Diagnostic(
                    .twoWriters, "two sinks load table '\(sink.table.string)'", at: sink.table.span,
                    notes: [.init("the first is here", at: first)]))
        }
        guard let dataset = names.dataset(sink.from, found: &found) else { return nil }
        guard let row = compiled.row(of: dataset), !broken.contains(dataset), !row.columns.isEmpty else { return nil }
        if let schema = sink.schema, project.schemas[schema.string] == nil,
            !project.unreadSchemas.contains(schema.string)
        {
            found.report(.unresolved("schema", schema, among: Array(project.schemas.keys)))
        }
        let key = loadKey(of: sink, dataset: dataset, row: row, in: project)
        found.checkColumns(of: sink, key: key, dataset: dataset, row: row)
        return (sink, dataset)
    }
}

/// The sink's own key, or that of the schema where all its columns are still there.
///
/// A row may come again with the next day: in the mode `partition` the schema's key tells rows of one partition apart.
package func loadKey(of sink: SinkDeclaration, dataset: DatasetName, row: RowType, in project: Project) -> [String] {
    guard sink.key.isEmpty else { return sink.key.map(\.string) }
    guard let schema = project.schemas[sink.schema?.string ?? dataset.name] else { return [] }
    let key = schema.primaryKey.map(\.string)
    guard key.allSatisfy({ row[$0] != nil }) else { return [] }
    guard sink.mode == .partition, !key.isEmpty else { return key }
    let partition = sink.partition.map(\.string)
    // Null may be a partition, and no column of a primary key is null.
    guard partition.allSatisfy({ row[$0]?.isNullable == false }) else { return [] }
    return partition + key.filter { !partition.contains($0) }
}

private func reportUnusedSources(_ compiled: CompiledPipeline, _ found: inout Diagnostics) {
    let used = compiled.usedDatasets
    let unread = compiled.pipeline.unread
    guard compiled.transforms.count == compiled.pipeline.transforms.count, unread.transforms.isEmpty, !unread.mayBeMore
    else { return }
    // What loads or checks columns that are not known is left out.
    for source in compiled.sources where !used.contains(source.dataset) && !source.row.columns.isEmpty {
        found.report(
            Diagnostic(
                .unusedSource, "nothing reads source '\(source.declaration.name.string)'", at: source.declaration.span,
                help: "remove it, or read it in a transform or a sink"))
    }
}

extension Diagnostic {
    static func unresolved(_ kind: Message, _ name: Text, among known: [String]) -> Diagnostic {
        let closest = closestName(to: name.string, among: known.sorted())
        return Diagnostic(
            .unresolvedReference, "no \(kind) named '\(name.string)'", at: name.span,
            help: closest.map { "did you mean '\($0)'?" }
                ?? (known.isEmpty ? nil : "there are: \(known.sorted().joined(separator: ", "))"),
            fix: closest.flatMap { name.fix(respelling: $0) })
    }

    static func unknownConnection(_ name: Text, profile: Profile) -> Diagnostic {
        let known = profile.connections.keys.sorted()
        let closest = closestName(to: name.string, among: known)
        return Diagnostic(
            .unknownConnection, "profile '\(profile.name)' has no connection named '\(name.string)'", at: name.span,
            help: closest.map { "did you mean '\($0)'?" }
                ?? (known.isEmpty
                    ? "add one under 'connections:' in esteira.yaml" : "there are: \(known.joined(separator: ", "))"),
            fix: closest.flatMap { name.fix(respelling: $0) })
    }
}
