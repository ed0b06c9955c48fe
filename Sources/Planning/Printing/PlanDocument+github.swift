extension PlanDocument {
    /// Lines for the file that `GITHUB_OUTPUT` names.
    package var githubOutputs: String {
        "changes=\(!summary.empty)\ndestructive=\(summary.destructive > 0)\nerrors=\(summary.errors)\n"
    }
}
