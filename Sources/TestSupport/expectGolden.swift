package import Foundation
package import Testing

/// Expects that a text is the contents of a golden file, byte for byte.
///
/// With `ESTEIRA_RECORD=1` the file is rewritten and the test fails, so that somebody reads what changed.
package func expectGolden(
    _ actual: String,
    at file: URL,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    if ProcessInfo.processInfo.environment["ESTEIRA_RECORD"] == "1" {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(actual.utf8).write(to: file)
        Issue.record("recorded \(file.lastPathComponent); read the change", sourceLocation: sourceLocation)
        return
    }
    let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    guard actual != expected else { return }
    Issue.record(
        "\(file.lastPathComponent) differs: \(firstDifference(expected, actual))",
        sourceLocation: sourceLocation
    )
}

/// The first line where two texts part, both versions of it.
package func firstDifference(_ expected: String, _ actual: String) -> String {
    let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let actual = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let same = zip(expected, actual).prefix { $0 == $1 }.count
    func line(_ lines: [Substring]) -> String { same < lines.count ? "'\(lines[same])'" : "the end" }
    return "line \(same + 1) should be \(line(expected)) and is \(line(actual))"
}
