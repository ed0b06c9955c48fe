import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let partitionColumn = Rule(
        "EST3015",
        "partition-column",
        scope: .project,
        since: "0.2.0",
        summary: "The lake's folders are named by a parameter that is a fraction.",
        explanation: """
            `0.1` and `0.10` are one number and two folders, and what is computed may differ in its last digit, so data would \
            lie where nobody looks for it. Name folders by a date, a whole number or a choice.
            """,
        bad: """
            # file: esteira.yaml
            project: shop
            lake: {layout: "${zone}/${dataset}/rate=${params.rate}/part.parquet"}
            # file: pipelines/daily.yaml
            pipeline: daily
            params:
              ⟦rate⟧: {type: number, default: 0.5}
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            """,
        good: """
            # file: esteira.yaml
            project: shop
            lake: {layout: "${zone}/${dataset}/rate=${params.rate}/part.parquet"}
            # file: pipelines/daily.yaml
            pipeline: daily
            params:
              rate: {type: int, default: 50}
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            """
    )
}

extension Check {
    static let partitionColumn = Check(.partitionColumn) { project, found in
        guard let layout = project.writtenLayout else { return }
        let named = layout.parametersRead
        for pipeline in project.readPipelines {
            for parameter in pipeline.params where parameter.type == .number && named.contains(parameter.name) {
                found.report(
                    Diagnostic(
                        .partitionColumn,
                        "folders of the lake are named by '\(parameter.name)', which is a fraction",
                        at: parameter.span,
                        notes: [.init("the layout is here", at: layout.span)],
                        help: "make it 'type: int' or 'type: choice', or take it out of the layout"
                    )
                )
            }
        }
    }
}
