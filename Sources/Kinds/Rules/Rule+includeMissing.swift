package import Reporting

extension Rule {
    package static let includeMissing = Rule(
        "EST1012",
        "include-missing",
        scope: .project,
        since: "0.2.0",
        summary: "An 'include' names no file.",
        explanation: """
            What it should bring is missing, so the pipeline is not read at all. Paths begin in the project's folder; of a \
            pattern at least one file must be there. Fragments lie outside of pipelines/, schemas/ and expectations/, whose \
            files are read for themselves.
            """,
        bad: """
            include: ⟦fragments/sources.yaml⟧
            # file: fragments/orders.yaml
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            """,
        good: """
            include: fragments/orders.yaml
            # file: fragments/orders.yaml
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            """
    )
}
