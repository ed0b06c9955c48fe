import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let cronNever = Rule(
        "EST7002",
        "cron-never",
        since: "0.2.0",
        summary: "A schedule names only dates that do not exist.",
        explanation: """
            No month that the line names has a day that it names, so the pipeline is never due. The last day of a month has \
            no number of its own: run on the first of the next, or on the 28th.
            """,
        bad: "schedule: {cron: ⟦\"0 6 30 2 *\"⟧, timezone: UTC}",
        good: "schedule: {cron: \"0 6 28 2 *\", timezone: UTC}"
    )
}

extension Check {
    static let cronNever = Check(.cronNever) { project, found in
        for schedule in project.schedules where schedule.line.isNever {
            found.report(
                Diagnostic(
                    .cronNever,
                    "no month named here has such a day: the pipeline is never due",
                    at: schedule.cron.span,
                    help: "name a day that the month has"
                )
            )
        }
    }
}
