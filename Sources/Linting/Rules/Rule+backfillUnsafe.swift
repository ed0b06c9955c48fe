import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let backfillUnsafe = Rule(
        "EST7019",
        "backfill-unsafe",
        .warning,
        scope: .project,
        since: "0.2.0",
        summary: "A pipeline that is run for a day reads the newest files in place of that day's.",
        explanation: """
            Its parameter says that a run can be for any day, and the path of a source says 'latest': a run for a day of \
            last month would take today's rows for that day's. Read from a folder of the day, and keep those folders.
            """,
        bad: """
            params: {date: {type: date, default: today}}
            sources:
              orders: {csv: ⟦include/latest/orders.csv⟧, schema: orders}
            """,
        good: """
            params: {date: {type: date, default: today}}
            sources:
              orders: {csv: "include/${params.date}/orders.csv", schema: orders}
            """
    )
}

extension Check {
    static let backfillUnsafe = Check(.backfillUnsafe) { project, found in
        for pipeline in project.readPipelines where pipeline.params.contains(where: { $0.type == .date }) {
            for source in pipeline.sources {
                let words = source.path.string.lowercased().split { !$0.isLetter && !$0.isNumber }
                guard let word = words.first(where: { newestWords.contains($0) }) else { continue }
                found.report(
                    Diagnostic(
                        .backfillUnsafe,
                        "a run for an earlier day reads what is '\(word)' now",
                        at: source.path.span,
                        help: "read the day's files: '${params.date}' in the path"
                    )
                )
            }
        }
    }
}

private let newestWords: Set<Substring> = ["latest", "newest", "current", "recente", "atual", "ultimo", "último"]
