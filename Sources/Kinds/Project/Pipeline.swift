package import Configuration
package import Expressions
package import Reporting

/// One pipeline as declared, with its parameters resolved.
package struct Pipeline: Sendable {
    package var name: String
    package var description: String?
    package var owner: String?
    package var tags: [String]
    package var schedule: Schedule?
    package var params: [Parameter]
    package var generators: [GeneratorDeclaration]
    package var sources: [SourceDeclaration]
    package var transforms: [TransformDeclaration]
    package var expectations: [ExpectationBinding]
    package var sinks: [SinkDeclaration]
    /// Where datasets of this pipeline lie; `${zone}` and `${dataset}` are left open.
    package var layout: Text
    package var unread: UnreadDatasets
    package var file: String
    package var span: Span

    package struct Schedule: Hashable, Sendable {
        package var cron: String
        package var timezone: String
    }

    /// Names that expressions may use besides columns. `run.started_at` has a value only while running.
    package var constants: [String: Constant] {
        var constants = ["run.started_at": Constant(type: .timestamp, value: nil)]
        for parameter in params {
            constants["params.\(parameter.name)"] = Constant(type: parameter.dataType, value: parameter.value)
        }
        return constants
    }
}

/// What a project says once for all its pipelines.
package struct PipelineDefaults: Sendable {
    package var policy = TaskPolicy()
    package var write = ParquetSettings()
}
