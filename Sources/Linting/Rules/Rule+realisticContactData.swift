import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let realisticContactData = Rule(
        "EST3025",
        "realistic-contact-data",
        .warning,
        scope: .file,
        fix: .unsafe,
        since: "0.2.0",
        summary: "Generated mail addresses that may be somebody's.",
        explanation: """
            Test data find their way into mailings. The domains example.com, example.org and example.net, and \
            all under `.test`, `.example` and `.invalid`, are reserved and belong to nobody.
            """,
        bad: """
            generators:
              store:
                seed: store
                output: {csv: "include/${table}.csv"}
                tables:
                  people:
                    rows: 10
                    columns: {contact: {template: "{1..99}@⟦gmail.com⟧"}}
            """,
        good: """
            generators:
              store:
                seed: store
                output: {csv: "include/${table}.csv"}
                tables:
                  people:
                    rows: 10
                    columns: {contact: {template: "{1..99}@example.com"}}
            """
    )
}

extension Check {
    static let realisticContactData = Check(.realisticContactData) { project, found in
        for tree in project.pipelineTrees {
            tree["generators"]?.forEachScalar { scalar in
                guard scalar.text.utf8.contains(UInt8(ascii: "@")) else { return }
                let text = Text(scalar.text, places: scalar.places)
                for domain in domains(in: scalar.text) where !isReserved(domain.name) {
                    found.report(
                        Diagnostic(
                            .realisticContactData,
                            "'\(domain.name)' may be somebody's mail",
                            at: text.span(of: domain.range),
                            help: "use a domain reserved for examples, such as example.com",
                            fix: text.fix(
                                .unsafe,
                                "replace '\(domain.name)' by 'example.com'",
                                replacing: domain.range,
                                by: "example.com"
                            )
                        )
                    )
                }
            }
        }
    }
}

/// What stands behind each `@` and has a point in it.
private func domains(in text: String) -> [(name: String, range: Range<Int>)] {
    let bytes = Array(text.utf8)
    return bytes.indices.filter { bytes[$0] == UInt8(ascii: "@") }.compactMap { at in
        let end = bytes[(at + 1)...].firstIndex { !isDomainByte($0) } ?? bytes.count
        let name = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
        return name.contains(".") && !name.hasSuffix(".") ? (name, at + 1..<end) : nil
    }
}

private func isDomainByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "."):
        true
    default: false
    }
}

/// By RFC 2606.
private func isReserved(_ domain: String) -> Bool {
    let parts = domain.lowercased().split(separator: ".").map(String.init)
    guard let last = parts.last else { return true }
    if ["test", "example", "invalid", "localhost"].contains(last) { return true }
    return parts.count > 1 && parts[parts.count - 2] == "example" && ["com", "org", "net"].contains(last)
}
