import Foundation
import TestSupport

/// The string literals of all sources but the translations, with `{1}`, `{2}` … for what is put into them.
func sourceTemplates() throws -> Set<String> {
    let folder = repositoryRoot.appending(path: "Sources")
    var templates: Set<String> = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where path.hasSuffix(".swift") && !path.hasPrefix("Portuguese/") {
        var literals = SwiftLiterals(Array(try Data(contentsOf: folder.appending(path: path))))
        literals.readAll()
        templates.formUnion(literals.templates)
    }
    return templates
}

/// Reads the string literals of one Swift file, those inside interpolations too.
private struct SwiftLiterals {
    private let bytes: [UInt8]
    private var offset = 0
    private(set) var templates: Set<String> = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func readAll() { readCode { _ in false } }

    /// Up to and with the byte at which `ends` holds.
    private mutating func readCode(until ends: (UInt8) -> Bool) {
        while offset < bytes.count {
            if starts("//") {
                skip(to: "\n")
            } else if starts("#/") {
                skip(to: "/#")
            } else if starts("#\"") {
                offset += 1
                readLiteral(mark: "#")
            } else if starts("\"") {
                readLiteral(mark: "")
            } else {
                offset += 1
                if ends(bytes[offset - 1]) { return }
            }
        }
    }

    private mutating func readLiteral(mark: String) {
        let quote = starts("\"\"\"") ? "\"\"\"" : "\""
        offset += quote.utf8.count
        var template: [UInt8] = []
        var values = 0
        while offset < bytes.count, !starts(quote + mark) {
            guard starts("\\" + mark) else {
                template.append(bytes[offset])
                offset += 1
                continue
            }
            offset += 1 + mark.utf8.count
            if starts("(") {
                values += 1
                template += "{\(values)}".utf8
                skipInterpolation()
            } else {
                readEscape(into: &template)
            }
        }
        offset += quote.utf8.count + mark.utf8.count
        templates.insert(unindented(String(decoding: template, as: UTF8.self), isMultiline: quote.count == 3))
    }

    private mutating func skipInterpolation() {
        var depth = 0
        readCode { byte in
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            return depth == 0
        }
    }

    /// A line that is continued leaves a zero byte, which takes the next one's indentation with it.
    private mutating func readEscape(into template: inout [UInt8]) {
        switch bytes[offset] {
        case UInt8(ascii: "\n"): template.append(0)
        case UInt8(ascii: "n"): template.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "t"): template.append(UInt8(ascii: "\t"))
        default: template.append(bytes[offset])
        }
        offset += 1
    }

    private func unindented(_ text: String, isMultiline: Bool) -> String {
        guard isMultiline else { return text }
        let lines = text.replacing(#/\0 */#, with: "").split(separator: "\n", omittingEmptySubsequences: false)
        let indentation = lines.last?.prefix { $0 == " " }.count ?? 0
        return lines.dropFirst().dropLast().map { $0.dropFirst(indentation) }.joined(separator: "\n")
    }

    private mutating func skip(to text: String) {
        while offset < bytes.count, !starts(text) { offset += 1 }
        offset += text.utf8.count
    }

    private func starts(_ text: String) -> Bool { bytes[min(offset, bytes.count)...].starts(with: text.utf8) }
}
