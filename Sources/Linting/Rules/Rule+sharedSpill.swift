import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let sharedSpill = Rule(
        "EST7016",
        "shared-spill",
        since: "0.2.0",
        summary: "The engine would spill into the folder of the lake or of the runs.",
        explanation: """
            What does not fit into memory is written to a folder that belongs to one process and goes with it. In the lake it \
            would take the space that data needs, be copied and backed up with it, and be there for readers who list files. \
            Name a folder of its own, on a disk of this machine.
            """,
        bad: """
            # file: esteira.yaml
            project: shop
            profiles:
              local:
                engine: {duckdb: {spill: ⟦lake/tmp⟧}}
                lake: lake
                connections:
                  warehouse: {duckdb: warehouse.duckdb}
            """,
        good: """
            # file: esteira.yaml
            project: shop
            profiles:
              local:
                engine: {duckdb: {spill: /mnt/fast, spill_limit: 40GiB}}
                lake: lake
                connections:
                  warehouse: {duckdb: warehouse.duckdb}
            """
    )
}

extension Check {
    static let sharedSpill = Check(.sharedSpill) { project, found in
        for profile in project.projectEntries(of: "profiles") {
            guard let spill = profile.value["engine"]?["duckdb"]?["spill"], let folder = spill.scalar?.text.withoutDots
            else { continue }
            let lake = profile.value["lake"]?["directory"] ?? profile.value["lake"]
            let taken = [lake?.scalar?.text.withoutDots, ".esteira"].compactMap(\.self)
            guard let other = taken.first(where: { folder == $0 || folder.hasPrefix("\($0)/") }) else { continue }
            found.report(
                Diagnostic(
                    .sharedSpill,
                    "'\(folder)' lies in '\(other)', which is not for what is thrown away",
                    at: spill.span,
                    help: "name a folder of its own, such as /var/tmp"
                )
            )
        }
    }
}
