import Configuration
import Kinds

extension LintedProject {
    /// How paths inside the lake of the profile begin; nil where the project could not be read.
    var lakePrefix: String? {
        guard let folder = project?.profile.lakeDirectory.string.withoutDots else { return nil }
        return folder.isEmpty ? "" : "\(folder)/"
    }

    /// What `esteira.yaml` says of where datasets lie; nil where the standard layout holds.
    var writtenLayout: Node? { trees[ProjectFiles.projectFile]?["lake"]?["layout"] }
}
