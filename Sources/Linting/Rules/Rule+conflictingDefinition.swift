import Algebra
import Configuration
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let conflictingDefinition = Rule(
        "EST1014", "conflicting-definition", scope: .project, since: "0.2.0",
        summary: "Two pipelines make the same dataset in different ways, or load one table.",
        explanation: """
            The dataset has one path in the lake, and whichever pipeline ran last decides what is in it. Give one of the two \
            another name or another `zone:`. Of two pipelines that load one table, one that replaces its rows removes those \
            of the other, which is a warning.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            # file: pipelines/imports.yaml
            pipeline: imports
            sources:
              ⟦orders⟧: {csv: imports/orders.csv, schema: orders}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            # file: pipelines/imports.yaml
            pipeline: imports
            sources:
              imported_orders: {csv: imports/orders.csv, schema: orders}
            """)
}

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
