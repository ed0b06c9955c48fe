package import Configuration
package import Quality
package import Reporting

/// Everything a folder declares, typed, with the place of each declaration.
package struct Project: Sendable {
    package var name: String
    package var profile: Profile
    /// Slots of each pool.
    package var pools: [String: Int] = [:]
    /// How long runs are told of after they ended.
    package var runsKept: Duration = RunsSection.standardKeep
    package var pipelines: [Pipeline]
    package var schemas: [String: TableSchema]
    /// Nil where there is none, or it cannot be read, as reported.
    package var lock: SchemaLock? = nil
    /// By the stem of the file's name, and by path.
    package var suites: [String: Suite]
    /// Names of schemas and suites whose files are there and could not be read, as reported.
    package var unreadSchemas: Set<String> = []
    package var unreadSuites: Set<String> = []
}

/// A project as far as it could be read, with all that is wrong with it.
package struct ProjectReading: Sendable {
    /// Nil where `esteira.yaml` is missing or too broken to go on.
    package var project: Project?
    package var found: Diagnostics
    /// What stands in each file that could be parsed, by path.
    package var trees: [String: Node]
    /// What pipelines are together with their fragments.
    package var includes: Includes

    package init(
        project: Project?, found: Diagnostics, trees: [String: Node] = [:], includes: Includes = Includes()
    ) {
        self.project = project
        self.found = found
        self.trees = trees
        self.includes = includes
    }
}
