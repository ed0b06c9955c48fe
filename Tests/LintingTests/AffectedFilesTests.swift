import Kinds
import Linting
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

    @Test func `a schema affects the generators whose tables are read by it`() throws {
        let example: RuleExample = """
            sources:
              things: {csv: include/things.csv, schema: products}
            # file: pipelines/store.yaml
            pipeline: store
            generators:
              store:
                seed: store
                output: {csv: "include/${table}.csv"}
                tables: {things: {rows: 10, columns: {product_id: uuid}}}
            """
        let looked = ExampleProject.looked(try ExampleProject(example).files)
        let ofSchema = try #require(affectedFiles(by: ["schemas/products.yaml"], in: looked))
        #expect(ofSchema.contains("pipelines/store.yaml") && ofSchema.contains("pipelines/example.yaml"))
        let ofReader = try #require(affectedFiles(by: ["pipelines/example.yaml"], in: looked))
        #expect(ofReader.contains("pipelines/store.yaml"))
    }

    @Test func `the project's file and the lock affect everything, a page nothing`() throws {
        #expect(try affected(by: ["esteira.yaml"]) == nil)
        #expect(try affected(by: ["schemas.lock"]) == nil)
        #expect(try affected(by: ["README.md"]) == ["README.md"])
        #expect(try affected(by: []) == [])
    }

    @Test func `a fragment affects the pipelines that include it, and those that use what it makes`() throws {
        let example: RuleExample = """
            include: parts/common.yaml
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            # file: parts/common.yaml
            include: parts/deep.yaml
            # file: parts/deep.yaml
            transforms:
              few_orders: {from: raw.orders, steps: [{distinct: true}]}
            # file: pipelines/reader.yaml
            pipeline: reader
            sources:
              again: {parquet: lake/processed/few_orders}
              others: {parquet: "${params.path}"}
            params: {path: {default: few_orders}}
            """
        let looked = ExampleProject.looked(try ExampleProject(example).files)
        let affected = try #require(affectedFiles(by: ["parts/deep.yaml"], in: looked))
        #expect(
            affected == ["parts/common.yaml", "parts/deep.yaml", "pipelines/example.yaml", "pipelines/reader.yaml"])
    }
}
