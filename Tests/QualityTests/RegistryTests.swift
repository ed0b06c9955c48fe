import Configuration
import Expressions
import Foundation
import Quality
import Reporting
import TestSupport
import Testing

struct RegistryTests {
    @Test func `every kind has a file of its own`() throws {
        let folder = repositoryRoot.appending(path: "Sources/Quality/Kinds")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let kinds = builtInExpectations.map { "\($0).swift" }
        #expect(Set(files) == Set(kinds + ["BuiltIn.swift"]))
    }

    @Test func `kinds are sorted by the word a person writes`() {
        let words = builtInExpectations.map { $0.spec.name }
        #expect(words == words.sorted())
        #expect(words.count == Set(words).count)
    }

    @Test func `an argument of Great Expectations stands for a field of the kind`() {
        let unknown = builtInExpectations.flatMap { kind in
            kind.gxForms.flatMap { form in
                form.arguments.flatMap { $0.1 }.filter { kind.spec[field: $0] == nil }.map { "\(form.name): \($0)" }
            }
        }
        #expect(unknown == [])
    }

    @Test func `rules have codes of family 5 and differ`() {
        #expect(
            qualityRules.map(\.code) == [
                "EST5001", "EST5002", "EST5003", "EST5004", "EST5006", "EST5011", "EST5020",
            ]
        )
    }
}
