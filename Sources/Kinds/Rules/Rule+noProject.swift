package import Reporting

extension Rule {
    package static let noProject = Rule(
        "EST0013", "no-project", scope: .project, summary: "The folder is not a project.",
        explanation:
            "A project is a folder with an `esteira.yaml`. Commands look for one in this folder and those above it.",
        unshown: "it takes a folder without files")
}
