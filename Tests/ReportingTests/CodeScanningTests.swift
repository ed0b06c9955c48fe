import Foundation
import Reporting
import Testing

@Suite struct CodeScanningTests {
    @Test func `SARIF declares every rule, also those that stayed silent`() throws {
        let log = try parsed(Examples.report.rendered(as: .sarif))
        #expect(log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect(driver["name"] as? String == "esteira")
        let rules = try #require(driver["rules"] as? [[String: Any]])
        #expect(rules.map { $0["id"] as? String } == ["EST0002", "EST1001", "EST9006"])
        #expect(
            rules.map { ($0["defaultConfiguration"] as? [String: String])?["level"] } == ["warning", "error", "note"]
        )
        for rule in rules {
            for key in ["shortDescription", "fullDescription", "help"] {
                #expect((rule[key] as? [String: String])?["text"]?.isEmpty == false)
            }
        }
        let silent = try parsed(Examples.nothing.rendered(as: .sarif))
        let silentRun = try #require((silent["runs"] as? [[String: Any]])?.first)
        #expect((silentRun["results"] as? [Any])?.isEmpty == true)
    }

    @Test func `a SARIF result names its rule, place and fingerprint`() throws {
        let results = try sarifResults(Examples.report)
        #expect(results.map { $0["ruleId"] as? String } == ["EST1001", "EST9006", "EST0002"])
        #expect(results.map { $0["ruleIndex"] as? Int } == [1, 2, 0])
        #expect(results.map { $0["level"] as? String } == ["error", "note", "warning"])
        let first = try #require(results.first)
        #expect(first["message"] as? [String: String] == ["text": "unknown key 'schedul'\ndid you mean 'schedule'?"])
        let place = try #require(
            (first["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
        )
        #expect(
            place["artifactLocation"] as? [String: String]
                == ["uri": "pipelines/a%2C%20b.yaml", "uriBaseId": "PROJECTROOT"]
        )
        #expect(
            place["region"] as? [String: Int] == [
                "startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 8, "byteOffset": 11, "byteLength": 7,
            ]
        )
        let related = try #require(results.last?["relatedLocations"] as? [[String: Any]])
        #expect(related.map { $0["message"] as? [String: String] } == [["text": "first given here"]])
    }

    @Test func `a finding that moved keeps its fingerprint, a second one of its kind gets another`() throws {
        func fingerprints(_ text: String, at offsets: [Int]) throws -> [String] {
            let source = SourceText(path: "a.yaml", text: text)
            let found = offsets.map {
                Diagnostic(Examples.unknownKey, "unknown key 'x'", at: source.span($0..<$0 + 1))
            }
            return try sarifResults(DiagnosticReport(found, sources: [source], toolVersion: "0"))
                .compactMap { ($0["partialFingerprints"] as? [String: String])?["esteiraFinding/v1"] }
        }
        let before = try fingerprints("x: 1", at: [0])
        let after = try fingerprints("\n\nx: 1\nx: 2", at: [2, 7])
        #expect(after.count == 2 && after.first == before.first && Set(after).count == 2)
        #expect(before == ["5fdf69e5f43938be:1"])
    }

    @Test func `GitLab issues have the keys that the report needs`() throws {
        let text = Examples.report.rendered(as: .gitlab)
        let issues = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
        #expect(issues.map { $0["severity"] as? String } == ["major", "info", "minor"])
        #expect(issues.map { $0["check_name"] as? String }.first == "EST1001 unknown-key")
        let place = try #require(issues.first?["location"] as? [String: Any])
        #expect(place["path"] as? String == "pipelines/a, b.yaml")
        #expect(place["lines"] as? [String: Int] == ["begin": 2, "end": 2])
        #expect(Set(issues.compactMap { $0["fingerprint"] as? String }).count == 3)
    }

    private func sarifResults(_ report: DiagnosticReport) throws -> [[String: Any]] {
        let log = try parsed(report.rendered(as: .sarif))
        return try #require((log["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])
    }

    private func parsed(_ text: String) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}
