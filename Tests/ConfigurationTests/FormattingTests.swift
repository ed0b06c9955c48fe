import Configuration
import Foundation
import Reporting
import TestSupport
import Testing

struct FormattingTests {
    @Test func `blanks become two a level, list items stand below their key`() {
        #expect(
            formatted(
                """
                pipeline:   shop   #daily
                #first
                sources:
                    orders :
                        csv: {path:  a.csv}


                        # kept with the line below
                        schema:    orders
                tags:
                - a
                -   name: b
                    rows: 3
                # - c
                """)
                    == """
                    pipeline: shop   # daily
                    # first
                    sources:
                      orders:
                        csv: {path:  a.csv}

                        # kept with the line below
                        schema: orders
                    tags:
                      - a
                      - name: b
                        rows: 3
                      # - c

                    """)
    }

    @Test func `texts of several lines move as a whole`() {
        #expect(
            formatted(
                """
                steps:
                - sql: |
                        select 1  # not a comment
                          from t


                        limit 1
                  note: >-
                    folded
                    text
                - list: [a,
                     b]
                """)
                    == """
                    steps:
                      - sql: |
                              select 1  # not a comment
                                from t


                              limit 1
                        note: >-
                          folded
                          text
                      - list: [a,
                           b]

                    """)
    }

    @Test func `comments at the end of a block stay in it`() {
        #expect(
            formatted("a:\n    b:\n        - 1\n        # - 2\n    # c: 3\nd: '#no' #yes\n")
                == "a:\n  b:\n    - 1\n    # - 2\n  # c: 3\nd: '#no'  # yes\n")
    }

    @Test func `line ends, byte order and trailing blanks go`() {
        #expect(formatted("\n\na: 1  \r\n\r\n\r\nb: 2") == "a: 1\n\nb: 2\n")
    }

    @Test func `what does not parse is not formatted`() {
        #expect(formattedYAML(SourceText(path: "a.yaml", text: "a: [")) == nil)
    }

    private static let files: [String] = {
        let entries = FileManager.default.enumerator(atPath: repositoryRoot.path)
        return (entries?.compactMap { $0 as? String } ?? []).filter { path in
            path.hasSuffix(".yaml") && !path.hasPrefix(".") && !path.contains("/.")
        }.sorted()
    }()

    @Test func `formatting twice changes nothing, and never what is said`() throws {
        #expect(Self.files.count > 150)
        for path in Self.files {
            let text = try Data(contentsOf: repositoryRoot.appending(path: path))
            let source = SourceText(path: path, utf8: Array(text))
            guard let once = formattedYAML(source) else { continue }
            #expect(formattedYAML(once)?.utf8 == once.utf8, "\(path)")
            var found = Diagnostics()
            let (before, after) = (parseYAML(source, found: &found), parseYAML(once, found: &found))
            #expect(before.flatMap { before in after?.says(sameAs: before) } == true, "\(path)")
            #expect(words(once) == words(source), "\(path)")
        }
    }

    /// All that is not blank, so that no comment is lost; the blank after `#` is formatting.
    private func words(_ source: SourceText) -> String {
        String(decoding: source.utf8.filter { $0 > 0x20 }, as: UTF8.self)
    }

    private func formatted(_ text: String) -> String? {
        formattedYAML(SourceText(path: "a.yaml", text: text)).map { String(decoding: $0.utf8, as: UTF8.self) }
    }
}
