import Linting
import Kinds
import Reporting
import Testing

/// What a change may break elsewhere.
struct AffectedFilesTests {
    private func affected(by changed: Set<String>) throws -> Set<String>? {
        affectedFiles(by: changed, in: ExampleProject.looked(try ExampleProject().files))
    }

    @Test func `a schema affects the pipelines that name it`() throws {
        let files = try ExampleProject().files
        let schema = try #require(files.inFolder("schemas").first?.path)
        let affected = try #require(try affected(by: [schema]))
        #expect(affected.contains(schema))
        #expect(affected.subtracting([schema]).allSatisfy { $0.hasPrefix("pipelines/") })
        #expect(affected.count > 1)
    }

    @Test func `the project's file and the lock affect everything, a page nothing`() throws {
        #expect(try affected(by: ["esteira.yaml"]) == nil)
        #expect(try affected(by: ["schemas.lock"]) == nil)
        #expect(try affected(by: ["README.md"]) == ["README.md"])
        #expect(try affected(by: []) == [])
    }
}
