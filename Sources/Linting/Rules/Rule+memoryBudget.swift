import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let memoryBudget = Rule(
        "EST7015",
        "memory-budget",
        .warning,
        since: "0.2.0",
        summary: "The engine may use more memory than the machine can spare.",
        explanation: """
            The share is of the whole machine, and the tool, the operating system and the database need theirs. Above nine \
            tenths the system ends the run before the engine spills to disk.
            """,
        options: [.most],
        bad: """
            # file: esteira.yaml
            project: shop
            profiles:
              local:
                engine: {duckdb: {memory: ⟦95%⟧}}
                lake: lake
                connections:
                  warehouse: {duckdb: warehouse.duckdb}
            """,
        good: """
            # file: esteira.yaml
            project: shop
            profiles:
              local:
                engine: {duckdb: {memory: 60%}}
                lake: lake
                connections:
                  warehouse: {duckdb: warehouse.duckdb}
            """
    )
}

extension RuleOption {
    fileprivate static let most = RuleOption(
        "max_percent", .number(90), "share of the machine's memory above which it is told")
}

extension Check {
    static let memoryBudget = Check(.memoryBudget) { project, found in
        for profile in project.projectEntries(of: "profiles") {
            guard let memory = profile.value["engine"]?["duckdb"]?["memory"], let text = memory.scalar?.text,
                text.hasSuffix("%"),
                let share = Double(text.dropLast()), share > project.number(.most, of: .memoryBudget)
            else { continue }
            found.report(
                Diagnostic(
                    .memoryBudget,
                    "\(text) of the memory leaves too little for everything else",
                    at: memory.span,
                    help: "the engine spills to disk when it has less: 60% is the default"
                )
            )
        }
    }
}
