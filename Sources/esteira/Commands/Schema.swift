import ArgumentParser
import Configuration
import Kinds
import Planning
import Quality
import Reporting

/// Prints what editors need to complete and check project files.
struct Schema: ParsableCommand {
    enum File: String, CaseIterable, ExpressibleByArgument {
        case project, pipeline, fragment, schema, suite, plan

        /// Nil for what people do not write.
        private var spec: KindSpec? {
            switch self {
            case .project: ProjectFile.spec
            case .pipeline: Pipeline.spec
            case .fragment: Pipeline.fragmentSpec
            case .schema: TableSchema.spec
            case .suite: suiteSpec
            case .plan: nil
            }
        }

        fileprivate var summary: String { spec?.summary ?? "What 'esteira plan' writes as JSON." }

        fileprivate var jsonSchema: JSONText {
            let id = "urn:esteira:schema:\(Esteira.version):\(rawValue)"
            return spec?.jsonSchema(title: "Esteira \(rawValue)", id: id) ?? planSchema
        }

        /// Where such files stand in a project.
        fileprivate var place: String {
            switch self {
            case .project: "esteira.yaml"
            case .pipeline: "pipelines/*.yaml"
            case .fragment: "what 'include' names"
            case .schema: "schemas/*.yaml"
            case .suite: "expectations/*.yaml"
            case .plan: "plan --output FILE"
            }
        }
    }

    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of a kind of file, for editors.",
        discussion: """
            The schema (draft 2020-12) comes from the same description as the parser. Save it and name it in the first line \
            of a file: '# yaml-language-server: $schema=../pipeline.schema.json'.
            """)

    @Argument(help: "project, pipeline, fragment, schema, suite or plan; without one, list them.")
    var file: File?

    func run() throws {
        guard let file else {
            var table = TextTable([.left, .left, .left])
            for file in File.allCases { table.add([file.rawValue, file.place, file.summary]) }
            output(table.lines().joined(separator: "\n") + "\n")
            return
        }
        output(file.jsonSchema.text(indented: true) + "\n")
    }
}
