/// What tells one finding from another from run to run; equal findings in one file are told apart by their order.
func fingerprints(of findings: [Diagnostic]) -> [String] {
    var seen: [String: Int] = [:]
    return findings.map { finding in
        let print = finding.fingerprint
        seen[print, default: 0] += 1
        return print + ":\(seen[print, default: 1])"
    }
}

extension Diagnostic {
    /// Sixteen hexadecimal digits that equal findings share.
    ///
    /// Made of code, file and message, not of lines, so that a finding that moved is the same one.
    package var fingerprint: String {
        let digits = String(stableHash([rule.code, span.file, message.description]), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// Over the texts' bytes, with a zero byte after each, so that texts cannot run into each other.
private func stableHash(_ texts: [String]) -> UInt64 {
    var hash = FNV1a()
    for text in texts {
        hash.combine(text.utf8)
        hash.combine(CollectionOfOne(0))
    }
    return hash.value
}
