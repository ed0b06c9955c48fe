package import Reporting

extension Rule {
    package static let unreadFile = Rule(
        "EST0014", "unread-file", scope: .project, summary: "A file of the project cannot be read.",
        explanation: """
            A folder that is named like a file, a pipe, a link to nothing, or a file that this user may not read: nothing \
            of what it says is known, and what needs it cannot be judged. All other files are looked at.
            """,
        unshown: "it takes a file that cannot be read")
}
