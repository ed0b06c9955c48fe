import ArgumentParser
import Planning
import Reporting

/// `plan show FILE` and `plan diff OLD NEW`: what is done with plans that were saved. Needs neither project nor state.
enum SavedPlanWords {
    case show(String)
    case diff(String, String)

    /// Nil for the name of a pipeline, which stands alone.
    ///
    /// - Parameter word: the first argument of `plan`.
    init?(_ word: String?, files: [String]) throws {
        switch (word, files.count) {
        case ("show", 1): self = .show(files[0])
        case ("diff", 2): self = .diff(files[0], files[1])
        case (_, 0): return nil
        case ("show", _): throw ValidationError("'plan show' shows one file.")
        case ("diff", _): throw ValidationError("'plan diff' compares two files.")
        default:
            throw ValidationError("One pipeline is planned at a time; files belong to 'plan show' and 'plan diff'.")
        }
    }

    /// Prints; gives the exit code that `--detailed-exitcode` asks for.
    func run(_ shown: PlanShownOptions) throws -> ArgumentParser.ExitCode {
        switch self {
        case .show(let file):
            let document = try SavedPlan.document(at: file)
            output(try shown.text(of: document))
            if document.summary.empty { return .success }
            return ArgumentParser.ExitCode(document.summary.destructive > 0 ? 11 : 10)
        case .diff(let old, let new):
            let diff = PlanDiff(from: try SavedPlan.document(at: old), to: try SavedPlan.document(at: new))
            switch shown.format {
            case .json: output(diff.json)
            case .text: output(diff.text(shown.view))
            default: throw ValidationError("'plan diff' prints text or json.")
            }
            return diff.isEmpty ? .success : ArgumentParser.ExitCode(10)
        }
    }
}
