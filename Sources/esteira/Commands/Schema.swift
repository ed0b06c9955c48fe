import ArgumentParser
import Configuration
import Kinds
import Quality
import Reporting

/// Prints what editors need to complete and check project files.
struct Schema: ParsableCommand {
    enum File: String, CaseIterable, ExpressibleByArgument {
        case project, pipeline, schema, suite

        fileprivate var spec: KindSpec {
            switch self {
            case .project: ProjectFile.spec
            case .pipeline: Pipeline.spec
            case .schema: TableSchema.spec
            case .suite: suiteSpec
            }
        }

        /// Where such files stand in a project.
        fileprivate var place: String {
            switch self {
            case .project: "esteira.yaml"
            case .pipeline: "pipelines/*.yaml"
            case .schema: "schemas/*.yaml"
            case .suite: "expectations/*.yaml"
            }
        }
    }

    static let configuration = CommandConfiguration(
        abstract: "Print the JSON Schema of a kind of file, for editors.",
        discussion: """
            The schema (draft 2020-12) comes from the same description as the parser. Save it and name it in the first line \
            of a file: '# yaml-language-server: $schema=../pipeline.schema.json'.
            """)

    @Argument(help: "project, pipeline, schema or suite; without one, list them.")
    var file: File?

    func run() throws {
        guard let file else {
            var table = TextTable([.left, .left, .left])
            for file in File.allCases { table.add([file.rawValue, file.place, file.spec.summary]) }
            output(table.lines().joined(separator: "\n") + "\n")
            return
        }
        let id = "urn:esteira:schema:\(Esteira.version):\(file.rawValue)"
        output(file.spec.jsonSchema(title: "Esteira \(file.rawValue)", id: id).text(indented: true) + "\n")
    }
}
