package import Foundation

/// Name of a run: its start in UTC and four random letters, so that names sort by time and two starts in one
/// second differ. `20260912T031500-k3f9`. Safe as a file name.
package struct RunID: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    package let rawValue: String

    package init(_ rawValue: String) { self.rawValue = rawValue }

    package init(startedAt: Date, using random: inout some RandomNumberGenerator) {
        let letters = Array("0123456789abcdefghjkmnpqrstvwxyz")
        let tail = String((0..<4).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
        let style = Date.ISO8601FormatStyle(timeZone: .gmt)
            .year().month().day().dateSeparator(.omitted).time(includingFractionalSeconds: false)
            .timeSeparator(.omitted)
        rawValue = "\(startedAt.formatted(style))-\(tail)"
    }

    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    package static func < (a: RunID, b: RunID) -> Bool { a.rawValue < b.rawValue }

    package var description: String { rawValue }
}
