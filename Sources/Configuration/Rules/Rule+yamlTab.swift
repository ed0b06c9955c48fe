package import Reporting

extension Rule {
    package static let yamlTab = Rule(
        "EST0003",
        "yaml-tab",
        summary: "A line is indented with a tab.",
        explanation: "YAML measures nesting in spaces, and a tab has no width it can count. Indent with spaces.",
        bad: "lake:\n\tdirectory: lake\n",
        good: "lake:\n  directory: lake\n"
    )
}
