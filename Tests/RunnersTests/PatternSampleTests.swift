import DuckDBEngine
import Engines
import Foundation
import TestSupport
import Testing

@testable import Runners

/// Texts drawn for a pattern are ones in which it is found.
@Suite struct PatternSampleTests {
    @Test(arguments: [
        "^[^@]+@[^@]+$", #"^\d{3}\.\d{3}\.\d{3}-\d{2}$"#, "^[A-Z]{2}$", "^(pix|boleto|cartao_(credito|debito))$",
        #"^\+?[0-9 ()-]{8,15}$"#, "^[0-9a-f]{8}-[0-9a-f]{4}$", "(?i)^ab+c*$", #"[\w.]+@example\.(com|org)"#,
        "^(?:a|b)?$",
    ])
    func `The pattern is found in every text`(pattern: String) throws {
        let sample = try #require(PatternSample(pattern))
        let text = sample.sql { number, choices in "CAST(hash(i, \(number)) % \(choices) AS BIGINT)" }
        let session = try engine().session()
        let matching: SQL =
            "SELECT * FROM (SELECT \(text) AS t FROM range(200) AS r(i)) WHERE regexp_matches(t, \(literal: pattern))"
        #expect(try session.count(matching) == 200)
    }

    @Test(arguments: ["(?=a)b", "[[:alpha:]]", "a{99}", "(", "*", #"\p{L}"#])
    func `What is not known is left alone`(pattern: String) {
        #expect(PatternSample(pattern) == nil)
    }

    private func engine() throws -> DuckDB {
        try DuckDB(
            library: DuckDBLibrary.locate(startingAt: [repositoryRoot.path] + DuckDBLibrary.defaultFolders),
            settings: DuckDBSettings(threads: 1)
        )
    }
}
