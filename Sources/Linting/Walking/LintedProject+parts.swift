import Configuration
import Kinds

extension LintedProject {
    /// The entries of a section of the project's file; none where it has no such section.
    func projectEntries(of section: String) -> [Node.Entry] {
        guard let tree = trees[ProjectFiles.projectFile] else { return [] }
        return tree.entries(of: section)
    }

    /// What every profile says of parameters, as it is written.
    var profileParams: [(profile: String, entry: Node.Entry)] {
        projectEntries(of: "profiles").flatMap { profile in
            profile.value.entries(of: "params").map { (profile.key, $0) }
        }
    }

    /// All pipelines that could be read, also those that do not compile.
    var readPipelines: [Pipeline] {
        guard let project else { return [] }
        return project.pipelines
    }
}
