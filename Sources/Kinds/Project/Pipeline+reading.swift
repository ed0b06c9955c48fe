package import Configuration
import Expressions
import Reporting

extension Pipeline {
    static let scheduleSpec = KindSpec("schedule", summary: "When the pipeline is due.", shorthand: "cron") {
        Field("cron", .string, required: true, example: "\"0 6 * * *\"", doc: "Five fields: minute, hour, day, month, weekday.")
        Field("timezone", .string, default: "UTC", example: "America/Sao_Paulo", doc: "Zone of the schedule and of `today`.")
        Field("catchup", .boolean, default: "false", doc: "Whether missed intervals are run.")
    }
    private static let identity = [
        Field("pipeline", .name, required: true, example: "ecommerce_etl", doc: "Name of the pipeline."),
        Field("description", .string, doc: "What it is for."),
        Field("owner", .string, doc: "Who answers for it."),
        Field("tags", .oneOrMany(.string), doc: "Words to select pipelines by."),
        Field("schedule", .record(scheduleSpec), doc: scheduleSpec.summary),
        Field("meta", .any, doc: "Anything else; Esteira does not read it."),
    ]
    private static let paramsField = Field("params", .map(.record(Parameter.spec)), doc: "Typed inputs.")

    package static let spec = KindSpec("pipeline", summary: "A pipeline: what it reads, makes, checks and loads.") {
        identity
        paramsField
        Field("generators", .map(.record(GeneratorDeclaration.spec)), doc: GeneratorDeclaration.spec.summary)
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
        let params = Self.params(of: node, scope: scope, given: given, clock: clock, found: &found)
        let scope = scope.adding(
            Dictionary(params.map { ("params.\($0.name)", Binding($0.value)) }, uniquingKeysWith: { $1 }))
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
        schedule = record.record("schedule").flatMap { schedule in
            schedule.text("cron").map { Schedule(cron: $0.string, timezone: schedule.text("timezone")?.string ?? "UTC") }
        }
        let day = params.first { $0.name == "date" }?.day
        // Relative dates in generators start from the day processed, so that the same parameters give the same bytes.
        let generatorClock = day.map { ReadingClock(now: Int64($0) * 86_400_000_000, today: $0) } ?? clock
        generators = record.declarations("generators") {
            GeneratorDeclaration(name: $0, $1, clock: generatorClock, found: &found)
        }
        sources = record.declarations("sources") {
            SourceDeclaration(name: $0, $1, defaults: defaults, found: &found)
        }
        transforms = record.declarations("transforms") {
            TransformDeclaration(name: $0, $1, defaults: defaults, found: &found)
        }
        expectations = record.declarations("expectations") { ExpectationBinding(dataset: $0, $1) }
        layout = project.layout(in: scope, isDated: params.contains { $0.name == "date" && $0.type == .date }, found: &found)
        sinks = record.declarations("sinks") { SinkDeclaration(name: $0, $1, defaults: defaults) }
    }

    /// Parameters are read before the rest, which may refer to them. What is wrong with other keys is reported then.
    private static func params(
        of node: Node, scope: Scope, given: [String: String], clock: ReadingClock, found: inout Diagnostics
    ) -> [Parameter] {
        guard let entry = node.entries?.first(where: { $0.key == paramsField.name }) else { return [] }
        var ignored = Diagnostics()  // the second reading, with parameters in scope, reports these again
        let reader = RecordReader(scope: scope)
        guard let item = reader.read(entry.value, shape: paramsField.shape, name: paramsField.name, found: &ignored) else { return [] }
        return (item.asMap ?? []).compactMap { name, item in
            item.asRecord.flatMap {
                Parameter(name: name, $0, given: given[name.string], today: clock.today, found: &found)
            }
        }
    }
}

/// The time of reading, which relative dates start from. An input, so that reading is repeatable.
package struct ReadingClock: Sendable {
    /// Microseconds since 1970-01-01 UTC.
    package var now: Int64
    /// Days since 1970-01-01 in the project's time zone.
    package var today: Int32

    package init(now: Int64, today: Int32? = nil) {
        self.now = now
        self.today = today ?? Int32(now / 86_400_000_000)
    }
}

extension Record {
    /// Each entry of a map of records, made into a declaration.
    fileprivate func declarations<Declaration>(
        _ field: String, _ make: (Text, Record) -> Declaration?
    ) -> [Declaration] {
        map(field).compactMap { entry in entry.value.asRecord.flatMap { make(entry.name, $0) } }
    }
}
