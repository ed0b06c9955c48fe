import Configuration
import Expressions
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let lossyStage = Rule(
        "EST3010",
        "lossy-stage",
        .warning,
        scope: .project,
        since: "0.2.0",
        summary: "A column of a CSV file has a type that such a file cannot carry.",
        explanation: """
            A cell of a CSV file is a line of text. Bytes and lists have no agreed form there, so what is read \
            depends on the program that wrote it. Read Parquet or JSON lines, or declare text and take it apart \
            in a step.
            """,
        bad: """
            sources:
              files: {csv: include/files.csv, schema: ⟦files⟧}
            # file: schemas/files.yaml
            schema: files
            columns: {name: string, content: binary}
            """,
        good: """
            sources:
              files: {parquet: include/files.parquet, schema: files}
            # file: schemas/files.yaml
            schema: files
            columns: {name: string, content: binary}
            """
    )
}

extension Check {
    static let lossyStage = Check(.lossyStage) { project, found in
        for pipeline in project.pipelines {
            for source in pipeline.pipeline.sources {
                guard case .csv = source.format, let name = source.schema,
                    let schema = project.project?.schemas[name.string],
                    let lost = schema.columns.first(where: { $0.column.type.isLostInCSV })
                else { continue }
                found.report(
                    Diagnostic(
                        .lossyStage,
                        "a CSV file cannot carry column '\(lost.column.name)' of type \(lost.column.type)",
                        at: name.span,
                        notes: [.init("it is declared here", at: lost.span)],
                        help: "read Parquet or JSON lines, or declare it as string"
                    )
                )
            }
        }
    }
}

extension DataType {
    fileprivate var isLostInCSV: Bool {
        switch self {
        case .binary, .list: true
        default: false
        }
    }
}
