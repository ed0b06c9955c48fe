import Configuration
package import Reporting

extension Rule {
    package static let descriptionMissing = Rule(
        "EST9002", "description", .hint, since: "0.2.0",
        summary: "A pipeline or a schema has no description, or a placeholder for one.",
        explanation: """
            The description is what a colleague reads first, and a schema's becomes the table's comment in the warehouse. \
            Say in one line what it is for.
            """,
        bad: "⟦pipeline⟧: example\nparams: {day: {type: date, default: today}}",
        good: "pipeline: example\ndescription: Counts the orders of a day\nparams: {day: {type: date, default: today}}")
}

extension Check {
    static let descriptionMissing = Check(.descriptionMissing) { project, found in
        let schemas = project.trees(in: "schemas").map(\.node)
        for (trees, key) in [(project.pipelineTrees, "pipeline"), (schemas, "schema")] {
            for node in trees {
                guard let named = node[entry: key], let name = named.value.scalar?.text else {
                    continue
                }
                if let text = node["description"]?.scalar?.text, !text.isEmpty,
                    !placeholders.contains(text.lowercased())
                {
                    continue
                }
                found.report(
                    Diagnostic(
                        .descriptionMissing, "\(key) '\(name)' has no description",
                        at: node["description"]?.span ?? named.keySpan,
                        help: "say in one line what it is for: 'description: …'"))
            }
        }
    }
}

private let placeholders: Set = ["todo", "tbd", "description", "...", "…", "xxx", "fixme"]
