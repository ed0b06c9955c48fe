import Configuration
import Kinds

extension LintedProject {
    /// The entries of a section of the project's file; none where it has no such section.
    func projectEntries(of section: String) -> [Node.Entry] {
        guard let tree = trees[ProjectFiles.projectFile] else { return [] }
        return tree.entries(of: section)
    }

    /// All pipelines that could be read, also those that do not compile.
    var readPipelines: [Pipeline] {
        guard let project else { return [] }
        return project.pipelines
    }
}
