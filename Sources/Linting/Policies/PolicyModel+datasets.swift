import Algebra
import Configuration
import Kinds
import Planning
import Quality
import Reporting

// The models of what makes, checks and loads datasets.

extension PolicyModel {
    static let sources = PolicyModel(
        .source,
        of: { project in
            project.parts(\.sources) { source, _ in DatasetName(zone: source.zone, name: source.name.string) }
        },
        at: { PolicyPlace(name: $0.declaration.name.string, span: $0.declaration.span, section: "sources") },
        [
            .text("name", "Its name.") { $0.declaration.name.string },
            .text("format", "Format of its files.", among: ["csv", "jsonl", "parquet"]) { $0.declaration.format.word },
            .text("path", "Path of its files, with the parameters' defaults.") { "\($0.declaration.path)" },
            .text("zone", "Zone of the lake.") { $0.declaration.zone },
            .textIfAny("schema", "Its schema.") { $0.declaration.schema?.string },
            .choice("bad_rows", "What becomes of rows that do not fit.") { $0.declaration.badRows.action },
            .text("if_missing", "What happens without a file.", among: ["fail", "skip"]) {
                $0.declaration.skipsWhenMissing ? "skip" : "fail"
            },
            .flag("waits", key: "wait", "Whether it waits for its files.") { $0.declaration.wait != nil },
            .flag("maps_files", key: "each_file", "Whether each file is a task of its own.") {
                $0.declaration.mapping != nil
            },
            .flag("is_conditional", key: "when", "Whether it has a condition.") { $0.declaration.condition != nil },
        ] + PolicyCell.ofDataset() + PolicyCell.ofTask { $0.policy } + PolicyCell.ofPipeline()
    )

    static let transforms = PolicyModel(
        .transform,
        of: { project in
            project.parts(\.transforms) { transform, _ in DatasetName(zone: transform.zone, name: transform.name.string)
            }
        },
        at: { PolicyPlace(name: $0.declaration.name.string, span: $0.declaration.span, section: "transforms") },
        [
            .text("name", "Its name.") { $0.declaration.name.string },
            .text("from", "The dataset that it starts from, as written.") { $0.declaration.from.string },
            .text("zone", "Zone of the lake.") { $0.declaration.zone },
            .words("steps", "Kinds of its steps, in order.", among: builtInSteps.map { $0.spec.name }) {
                $0.declaration.steps.map { type(of: $0.step).spec.name }
            },
            .choice("on_failure", "What it does when an input was not made.") { $0.declaration.inputFailures.general },
            .flag("is_conditional", key: "when", "Whether it has a condition.") { $0.declaration.condition != nil },
        ] + PolicyCell.ofDataset() + PolicyCell.ofTask { $0.policy } + PolicyCell.ofPipeline()
    )

    static let expectations = PolicyModel(
        .expectation,
        of: { project in
            project.parts(\.expectations) { binding, names in names.meant(by: binding.dataset) }
        },
        at: {
            PolicyPlace(name: $0.declaration.dataset.string, span: $0.declaration.dataset.span, section: "expectations")
        },
        [
            .textIfAny("dataset", "The dataset, with its zone.") { $0.dataset?.description },
            .text("suite", "The suite, by name or path.") { $0.declaration.suite.string },
            .choice("on_failure", "What it does when it is not met.") { $0.declaration.action },
        ] + PolicyCell.ofPipeline()
    )

    static let sinks = PolicyModel(
        .sink,
        of: { project in project.parts(\.sinks) { sink, names in names.meant(by: sink.from) } },
        at: { PolicyPlace(name: $0.declaration.name.string, span: $0.declaration.span, section: "sinks") },
        [
            .text("name", "Its name.") { $0.declaration.name.string },
            .text("table", "The table, as written.") { $0.declaration.table.string },
            .text("connection", "Its connection.") { $0.declaration.connection.string },
            .choice("mode", "How it puts rows in.") { $0.declaration.mode },
            .words("key", "Its key, as written.") { $0.declaration.key.map(\.string) },
            .textIfAny("schema", "Its schema, as written.") { $0.declaration.schema?.string },
            .choice("schema_changes", "What it does with columns that the table lacks.") {
                $0.declaration.schemaChanges
            },
            .choice("on_failure", "What it does when its dataset was not made.") {
                $0.declaration.inputFailures.general
            },
            .flag("is_conditional", key: "when", "Whether it has a condition.") { $0.declaration.condition != nil },
        ] + PolicyCell.ofDataset(key: "from") + PolicyCell.ofTask { $0.policy } + PolicyCell.ofPipeline()
    )
}

extension FileFormat {
    fileprivate var word: String {
        switch self {
        case .csv: "csv"
        case .jsonLines: "jsonl"
        case .parquet: "parquet"
        }
    }
}
