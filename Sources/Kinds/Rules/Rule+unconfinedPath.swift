package import Reporting

extension Rule {
    package static let unconfinedPath = Rule(
        "EST6019", "unconfined-path", .warning, summary: "A path leaves the project's folder by '..'.",
        explanation: """
            What the path names depends on where the project happens to lie, and may belong to another project. Keep the file \
            inside, or write the absolute path, which at least names one place.
            """,
        bad: "lake: ../lake", good: "lake: lake")
}
