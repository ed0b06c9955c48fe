package import Configuration
import Reporting

extension TransformDeclaration {
    package static let spec = KindSpec("transform", summary: "Steps from datasets to a dataset.") {
        Field("from", .string, required: true, example: "raw.orders", doc: "The dataset it starts from.")
        Field("steps", .list(.variant(builtInSteps.map { $0.spec })), doc: "Steps in order.")
        Field("zone", .name, default: "processed", doc: "Zone of the lake.")
        Field("write", .record(ParquetSettings.spec), doc: ParquetSettings.spec.summary)
        InputFailures.field
        Field.condition
        Field.forEach
        TaskPolicy.fields
    }

    init?(name: Text, _ record: Record, defaults: PipelineDefaults, found: inout Diagnostics) {
        guard let from = record.text("from") else { return nil }
        self.name = name
        self.from = from
        zone = record.text("zone")?.string ?? "processed"
        steps = record.records("steps").compactMap { step in
            let kind = builtInSteps.first { $0.spec.name == step.kind }
            if let made = kind?.init(step) { return (made, step.span) }
            if step.isComplete {
                found.report(
                    Diagnostic(
                        .missingRequired, "step '\(step.kind)' has nothing to work on", at: step.nameSpan,
                        help: "name at least one column, or remove the step"))
            }
            return nil
        }
        isWhole = record.isComplete && steps.count == record.records("steps").count
        inputFailures = InputFailures(record)
        condition = record.text(Field.condition.name)
        write = defaults.write.overridden(by: record.record("write"), found: &found)
        policy = defaults.policy.overridden(by: record)
    }
}
