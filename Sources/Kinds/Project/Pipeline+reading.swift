package import Configuration
import Expressions
import Reporting

extension Pipeline {
    private static let nameField = Field(
        "pipeline", .name, required: true, example: "ecommerce_etl", doc: "Name of the pipeline.")
    static let includeField = Field(
        "include", .oneOrMany(.string), example: "[fragments/common.yaml]",
        doc: "Fragments that are part of it: files, or patterns, whose sections are merged by name.")
    private static let identity = [
        includeField,
        Field("description", .string, doc: "What it is for."),
        Field("owner", .string, doc: "Who answers for it."),
        Field("tags", .oneOrMany(.string), doc: "Words to select pipelines by."),
        Field("schedule", .record(Schedule.spec), doc: Schedule.spec.summary),
        Field(
            "deadline", .duration, example: "2h",
            doc: "When a run has not ended so long after its start, the hooks `on_late` are told; it goes on."),
        Field("hooks", .record(HookDeclaration.spec), doc: HookDeclaration.spec.summary),
        Field("meta", .any, doc: "Anything else; Esteira does not read it."),
    ]
    private static let paramsField = Field("params", .map(.record(Parameter.spec)), doc: "Typed inputs.")

    package static let spec = KindSpec("pipeline", summary: "A pipeline: what it reads, makes, checks and loads.") {
        nameField
        parts
    }

    /// A file that pipelines include.
    package static let fragmentSpec = KindSpec("fragment", summary: "A part of pipelines, which they include.") {
        parts
    }

    /// Sections whose entries are known by name.
    static let namedSections: Set = [
        "hooks", paramsField.name, "generators", "sensors", "sources", "transforms", "expectations", "sinks",
    ]

    @FieldList private static var parts: [Field] {
        identity
        paramsField
        Field("generators", .map(.record(GeneratorDeclaration.spec)), doc: GeneratorDeclaration.spec.summary)
        Field("sensors", .map(.record(SensorDeclaration.spec)), doc: SensorDeclaration.spec.summary)
        Field("sources", .map(.record(SourceDeclaration.spec)), doc: SourceDeclaration.spec.summary)
        Field("transforms", .map(.record(TransformDeclaration.spec)), doc: TransformDeclaration.spec.summary)
        Field(
            "expectations", .map(.record(ExpectationBinding.spec)), example: "{processed.orders: {suite: orders}}",
            doc: "Suite for each dataset.")
        Field("sinks", .map(.record(SinkDeclaration.spec)), doc: SinkDeclaration.spec.summary)
    }

    /// - Parameters:
    ///   - scope: names known to the whole project; the pipeline's parameters are added to it.
    ///   - given: parameter values of the command line.
    init?(
        _ node: Node, file: String, scope: Scope, project: ProjectFile, given: [String: String],
        clock: ReadingClock, found: inout Diagnostics
    ) {
        let defaults = project.defaults
        let clock = clock.inZone(ofSchedule: node["schedule"])
        let params = Self.params(
            of: node, scope: scope, given: given, profiles: project.values, clock: clock, found: &found)
        var scope = scope.adding(
            Dictionary(params.map { ("params.\($0.name)", Binding($0.value)) }, uniquingKeysWith: { $1 }))
        let written = node.entries(of: Self.paramsField.name).map { "params.\($0.key)" }
        scope.unread = Set(written).subtracting(scope.bindings.keys)
        if let section = node[Self.paramsField.name], section.entries == nil, !section.isNull {
            scope = scope.withAnyParameter
        }
        let interval = DataInterval(schedule: node["schedule"], params: params, clock: clock)
        scope = scope.adding(interval.constants.mapValues { Binding($0) })
        guard let record = RecordReader(scope: scope).read(node, as: Self.spec, found: &found),
            let name = record.text("pipeline")
        else { return nil }
        self.name = name.string
        self.file = file
        self.params = params
        span = name.span
        description = record.text("description")?.string
        owner = record.text("owner")?.string
        tags = record.texts("tags").map(\.string)
        schedule = record.record("schedule").flatMap { Schedule($0, clock: clock, found: &found) }
        self.interval = interval
        let day = params.first(where: \.isDay)?.day
        // Relative dates in generators start from the day processed, so that the same parameters give the same bytes.
        let generatorClock = day.map { ReadingClock(now: Int64($0) * 86_400_000_000, today: $0) } ?? clock
        generators = record.declarations("generators") {
            GeneratorDeclaration(name: $0, $1, clock: generatorClock, found: &found)
        }
        sources = record.declarations("sources") {
            SourceDeclaration(name: $0, $1, defaults: defaults, found: &found)
        }
        sensors = record.declarations("sensors") { SensorDeclaration(name: $0, $1, defaults: defaults) }
        hooks = record.record("hooks").map(HookDeclaration.hooks) ?? []  // a pipeline without hooks tells nobody
        deadline = record.duration("deadline")?.value
        for path in sources.map(\.path) + generators.map(\.pathTemplate) {
            found.checkConfined(path)
            found.checkForeignTemplate(path)
        }
        found.checkPrefixes(in: node, params: params)
        record.checkNames(found: &found)
        found.checkZones(of: record, among: project.zones)
        found.checkPaths(of: generators)
        transforms = record.declarations("transforms") {
            TransformDeclaration(name: $0, $1, defaults: defaults, found: &found)
        }
        expectations = record.declarations("expectations") { ExpectationBinding(dataset: $0, $1, found: &found) }
        layout = project.layout(in: scope, isDated: params.contains(where: \.isDay), found: &found)
        unread = UnreadDatasets(in: node, sources: sources, transforms: transforms)
        sinks = record.declarations("sinks") {
            SinkDeclaration(name: $0, $1, defaults: defaults, found: &found)
        }
    }

    /// Parameters are read before the rest, which may refer to them. What is wrong with other keys is reported then.
    private static func params(
        of node: Node, scope: Scope, given: [String: String], profiles: ProfileValues, clock: ReadingClock,
        found: inout Diagnostics
    ) -> [Parameter] {
        guard let entry = node.entries?.first(where: { $0.key == paramsField.name }) else { return [] }
        var ignored = Diagnostics()  // the second reading, with parameters in scope, reports these again
        let reader = RecordReader(scope: scope)
        guard let item = reader.read(entry.value, shape: paramsField.shape, name: paramsField.name, found: &ignored),
            let declarations = item.asMap
        else { return [] }
        return declarations.compactMap { name, item in
            item.asRecord.flatMap {
                Parameter(
                    name: name, $0, given: given[name.string], profiles: profiles, today: clock.today,
                    isScheduled: node["schedule"] != nil, found: &found)
            }
        }
    }
}

extension Record {
    /// Of all that a pipeline declares.
    fileprivate func checkNames(found: inout Diagnostics) {
        for section in ["params", "generators", "sensors", "sources", "transforms", "sinks"] {
            for (name, _) in map(section) { found.checkName(name) }
        }
        for (_, generator) in map("generators") {
            guard let generator = generator.asRecord else { continue }
            for (name, _) in generator.map("tables") { found.checkName(name) }
        }
    }

    /// Each entry of a map of records, made into a declaration.
    fileprivate func declarations<Declaration>(
        _ field: String, _ make: (Text, Record) -> Declaration?
    ) -> [Declaration] {
        map(field).compactMap { entry in entry.value.asRecord.flatMap { make(entry.name, $0) } }
    }
}
