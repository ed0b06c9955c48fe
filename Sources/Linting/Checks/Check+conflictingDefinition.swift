import Algebra
import Configuration
import Kinds
import Planning
import Reporting

extension Check {
    static let conflictingDefinition = Check(.conflictingDefinition) { project, found in
        var makers: [String: LakeDataset] = [:]
        for dataset in project.lakeDatasets {
            guard let first = makers[dataset.path] else {
                makers[dataset.path] = dataset
                continue
            }
            guard first.name == dataset.name, first.pipeline.name != dataset.pipeline.name,
                !first.node.says(theSameAs: dataset.node)
            else { continue }
            found.report(
                Diagnostic(
                    .conflictingDefinition,
                    "pipelines '\(first.pipeline.name)' and '\(dataset.pipeline.name)' make dataset '\(dataset.name)' in different ways",
                    at: dataset.span, notes: [.init("the first is here", at: first.span)],
                    help: "rename one, or give it another 'zone:'"))
        }
        reportTables(of: project, &found)
    }
}

private func reportTables(of project: LintedProject, _ found: inout Diagnostics) {
    var loads: [String: (pipeline: Pipeline, sink: SinkDeclaration)] = [:]
    for pipeline in project.readPipelines {
        for sink in pipeline.sinks {
            let table = "\(sink.connection) \(sink.table)"
            guard let first = loads[table] else {
                loads[table] = (pipeline, sink)
                continue
            }
            guard first.pipeline.name != pipeline.name, first.sink.mode == .replace || sink.mode == .replace,
                first.sink.from.string != sink.from.string || first.sink.mode != sink.mode
            else { continue }
            found.report(
                Diagnostic(
                    .conflictingDefinition,
                    "pipelines '\(first.pipeline.name)' and '\(pipeline.name)' load table '\(sink.table)', and replace each other's rows",
                    at: sink.table.span, notes: [.init("the first is here", at: first.sink.table.span)],
                    help: "load another table, or 'mode: merge' with a key in both", severity: .warning))
        }
    }
}
