import ArgumentParser
import Reporting

/// Whether findings are put right.
struct LintFixOptions: ParsableArguments {
    @Flag(help: "Put right what can be without changing what the files mean.")
    var fix = false

    @Flag(help: "Apply also fixes that a person should look at: most likely what was meant.")
    var unsafeFixes = false

    @Flag(help: "Put right, and report nothing.")
    var fixOnly = false

    @Flag(help: "Print what fixes would change, write nothing; exit code 1 when there is something.")
    var diff = false

    @Flag(name: .customLong("exit-non-zero-on-fix"), help: "Exit code 1 when something was fixed.")
    var exitNonZeroOnFix = false

    var allowed: Set<Fix.Applicability> {
        if unsafeFixes { return [.safe, .unsafe] }
        return fix || fixOnly || diff ? [.safe] : []
    }
}
