import Testing

@testable import Execution

@Suite struct GlobTests {
    @Test(arguments: [
        ("*", "", true), ("*", "load.orders", true), ("*.orders", "load.orders", true), ("l?ad.*", "load.orders", true),
        ("*.order", "load.orders", false), ("load", "load.orders", false), ("a*b*c", "axxbxxbyc", true),
        ("a*b*c", "axxbxxby", false), ("ingest[1]", "ingest[1]", true), ("?", "", false),
    ])
    func `stars eat runs and question marks eat one`(_ pattern: String, _ text: String, _ matches: Bool) {
        #expect(matchesGlob(pattern, text) == matches)
    }
}
