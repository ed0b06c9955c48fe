extension DiagnosticReport {
    /// What tells one finding from another from run to run, in the order of `diagnostics`.
    ///
    /// Made of code, file and message, not of lines, so that a finding that moved is the same one; equal findings
    /// in one file are told apart by their order.
    var fingerprints: [String] {
        var seen: [UInt64: Int] = [:]
        return diagnostics.map { finding in
            let hash = stableHash([finding.rule.code, finding.span.file, finding.message.description])
            seen[hash, default: 0] += 1
            let digits = String(hash, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits + ":\(seen[hash, default: 1])"
        }
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
