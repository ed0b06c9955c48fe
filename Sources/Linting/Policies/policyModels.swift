import Algebra
import Configuration
import Expressions
import Kinds
import Reporting
import Synthesis

extension PolicyModel {
    /// The model of a kind.
    static func of(_ subject: PolicySubject) -> PolicyModel {
        switch subject {
        case .pipeline: pipelines
        case .param: params
        case .generator: generators
        case .sensor: sensors
        case .source: sources
        case .transform: transforms
        case .expectation: expectations
        case .sink: sinks
        case .schema: schemas
        case .column: columns
        }
    }

    private static let pipelines = PolicyModel(
        .pipeline,
        of: \.readPipelines,
        at: { PolicyPlace(name: $0.name, span: $0.span, section: nil) },
        [
            .text("name", key: "pipeline", "Its name.") { $0.name },
            .text("file", "Path of its file.") { $0.file },
            .textIfAny("description", "What it is for.") { $0.description },
            .textIfAny("owner", "Who answers for it.") { $0.owner },
            .words("tags", "Its tags.") { $0.tags },
            .textIfAny("schedule", "Its cron line.") { $0.schedule?.cron },
            .textIfAny("timezone", key: "schedule", "The time zone of its schedule.") { $0.schedule?.timezone },
            .textIfAny("catchup", key: "schedule", "As it is written: `none`, `latest`, `all` or `all 7`.") {
                $0.schedule?.catchup?.words
            },
            .textIfAny(
                "overlap",
                key: "schedule",
                "As it is written.",
                among: Pipeline.Schedule.Overlap.allCases.map(\.rawValue)
            ) {
                $0.schedule?.overlap?.rawValue
            },
            .seconds("deadline", "Its deadline, in seconds after a run's start.") { $0.deadline },
            .words("hooks", "The events that it tells of.", among: HookDeclaration.Event.allCases.map(\.rawValue)) {
                $0.hooks.map(\.event.rawValue)
            },
            .number("params", "How many parameters it has.") { $0.params.count },
            .number("generators", "How many generators it has.") { $0.generators.count },
            .number("sensors", "How many sensors it has.") { $0.sensors.count },
            .number("sources", "How many sources it has.") { $0.sources.count },
            .number("transforms", "How many transforms it has.") { $0.transforms.count },
            .number("expectations", "For how many datasets it has a suite.") { $0.expectations.count },
            .number("sinks", "How many sinks it has.") { $0.sinks.count },
        ]
    )

    private static let params = PolicyModel(
        .param,
        of: { $0.parts(\.params) },
        at: { PolicyPlace(name: $0.declaration.name, span: $0.declaration.span, section: "params") },
        [
            .text("name", "Its name.") { $0.declaration.name },
            .choice("type", "Its type.") { $0.declaration.type },
            .textIfAny("description", "What it is for.") { $0.declaration.description },
        ] + PolicyCell.ofPipeline()
    )

    private static let generators = PolicyModel(
        .generator,
        of: { $0.parts(\.generators) },
        at: { PolicyPlace(name: $0.declaration.name.string, span: $0.declaration.span, section: "generators") },
        [
            .text("name", "Its name.") { $0.declaration.name.string },
            .text("path", key: "output", "Where its files go, as a pattern.") { "\($0.declaration.pathTemplate)" },
            .number("tables", "How many tables it makes.") { $0.declaration.database.tables.count },
            .number("rows", key: "tables", "Rows of all its tables.") {
                $0.declaration.database.tables.map(\.rows).reduce(0, +)
            },
        ] + PolicyCell.ofTask { $0.policy } + PolicyCell.ofPipeline()
    )

    private static let sensors = PolicyModel(
        .sensor,
        of: { $0.parts(\.sensors) },
        at: { PolicyPlace(name: $0.declaration.name.string, span: $0.declaration.span, section: "sensors") },
        [
            .text("name", "Its name.") { $0.declaration.name.string },
            .text("kind", "What it waits for.", among: ["file", "s3", "dataset", "sql"]) {
                $0.declaration.condition.kind
            },
            .seconds("timeout", "The longest wait, in seconds.") { $0.declaration.policy.timeout },
            .seconds("poll", "Between two looks, in seconds.") { $0.declaration.policy.poll },
            .text("if_missing", "What follows a timeout.", among: ["fail", "skip"]) {
                $0.declaration.skipsWhenMissing ? "skip" : "fail"
            },
        ] + PolicyCell.ofPipeline()
    )

    private static let schemas = PolicyModel(
        .schema,
        of: \.readSchemas,
        at: { PolicyPlace(name: $0.name, span: $0.span, section: nil) },
        [
            .text("name", key: "schema", "Its name.") { $0.name },
            .text("file", "Path of its file.") { $0.span.file },
            .textIfAny("description", "What one row is.") { $0.description },
            .number("columns", "How many columns it has.") { $0.columns.count },
            .number("personal_columns", key: "columns", "How many of them are personal.") {
                $0.columns.count(where: \.isPersonal)
            },
            .words("primary_key", "Columns of its primary key.") { $0.primaryKey.map(\.string) },
        ]
    )

    private static let columns = PolicyModel(
        .column,
        of: { project in
            project.readSchemas.flatMap { schema in schema.columns.map { SchemaPart(schema: schema, column: $0) } }
        },
        at: {
            PolicyPlace(name: "\($0.schema.name).\($0.column.column.name)", span: $0.column.span, section: "columns")
        },
        [
            .text("name", "Its name.") { $0.column.column.name },
            .text("schema", "Name of its table.") { $0.schema.name },
            .text("file", "Path of the table's file.") { $0.schema.span.file },
            .text("type", "Its type, as in `decimal(12,2)`.") { $0.column.column.type.description },
            .flag("nullable", "Whether a value may be missing.") { $0.column.column.isNullable },
            .flag("personal", "Whether it tells who a row is about.") { $0.column.isPersonal },
            .textIfAny("description", "What it means.") { $0.column.description },
            .flag("in_primary_key", "Whether it is part of the table's primary key.") {
                $0.schema.primaryKey.map(\.string).contains($0.column.column.name)
            },
        ]
    )
}

/// A column with its table.
private struct SchemaPart: Sendable {
    let schema: TableSchema
    let column: SchemaColumn
}

extension LintedProject {
    /// All tables of `schemas/` that could be read, by name.
    fileprivate var readSchemas: [TableSchema] {
        guard let project else { return [] }
        return project.schemas.values.sorted { $0.name < $1.name }
    }
}

extension SensorDeclaration.Condition {
    fileprivate var kind: String {
        switch self {
        case .files: "file"
        case .objects: "s3"
        case .dataset: "dataset"
        case .sql: "sql"
        }
    }
}
