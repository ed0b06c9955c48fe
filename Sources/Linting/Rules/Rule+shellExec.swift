import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let shellExec = Rule(
        "EST8008",
        "shell-exec",
        .hint,
        since: "0.2.0",
        summary: "A hook starts a program of this machine.",
        explanation: """
            It runs with the rights and the environment of the run, secrets among them, and a machine without it tells \
            nobody. There is no shell between, so that arguments stay what they are; which program it is must not come from \
            a parameter (an error). Post to a webhook, or suppress this with what the program is.
            """,
        bad: """
            hooks:
              on_failure: {command: [⟦scripts/alert⟧, data-platform]}
            """,
        good: """
            # esteira: file-ignore[shell-exec] -- it writes into the team's log book
            pipeline: example
            hooks:
              on_failure: {command: [scripts/alert, data-platform]}
            """
    )
}

extension Check {
    static let shellExec = Check(.shellExec) { project, found in
        for tree in project.pipelineTrees {
            for event in tree.entries(of: "hooks") {
                for hook in event.value.items ?? [event.value] {
                    guard let program = hook["command"]?.items?.first, let name = program.scalar?.text else { continue }
                    let isChosen = name.contains("${params.")
                    found.report(
                        Diagnostic(
                            .shellExec,
                            isChosen
                                ? "a parameter chooses the program that is started"
                                : "this program is started when a run has ended",
                            at: program.span,
                            help: isChosen
                                ? "write the program's name" : "post to a webhook, or suppress this and say what it is",
                            severity: isChosen ? .error : nil
                        )
                    )
                }
            }
        }
    }
}
