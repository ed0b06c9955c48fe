import Expressions

/// Addresses of the three networks set aside for documentation (RFC 5737), 0 and 255 left out.
package struct IPv4Column: ColumnGenerator {
    package init() {}

    package func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        let networks = ["192.0.2.", "198.51.100.", "203.0.113."]
        let lexicon = Lexicon(networks.flatMap { network in (1...254).map { network + String($0) } })
        return GeneratedColumn(.string) { frame, stream in
            let codes = frame.rows.map { UInt32(stream.number(below: UInt64(lexicon.count), at: $0)) }
            return Vector(.string, .words(codes, lexicon))
        }
    }
}
