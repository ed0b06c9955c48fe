import Configuration
import Kinds
import Linting

extension ExampleProject {
    /// What is found in files before anything is selected or accepted.
    static func looked(_ files: ProjectFiles) -> LookedAt {
        let scope = Scope(requiresEnvironment: false, environment: [:], secrets: [:])
        return LookedAt(files, options: ReadingOptions(scope: scope, clock: clock))
    }
}
