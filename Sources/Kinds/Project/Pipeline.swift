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
    /// What the run is for; nil where neither a parameter `date` nor a schedule says it.
    package var interval: DataInterval?
    package var params: [Parameter]
    package var generators: [GeneratorDeclaration]
    package var sources: [SourceDeclaration]
    /// What all or some of them wait for.
    package var sensors: [SensorDeclaration]
    package var transforms: [TransformDeclaration]
    package var expectations: [ExpectationBinding]
    package var sinks: [SinkDeclaration]
    /// Where datasets of this pipeline lie; `${zone}` and `${dataset}` are left open.
    package var layout: Text
    package var unread: UnreadDatasets
    package var hooks: [HookDeclaration]
    /// Since the run's start.
    package var deadline: Duration?
    package var file: String
    package var span: Span

    /// Names that expressions may use besides columns. `run.started_at` has a value only while running.
    package var constants: [String: Constant] {
        var constants = ["run.started_at": Constant(type: .timestamp, value: nil)]
        for (name, value) in interval.constants { constants[name] = Constant(type: .timestamp, value: value) }
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
