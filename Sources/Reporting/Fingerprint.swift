extension DiagnosticReport {
    /// What tells one finding from another from run to run, in the order of `diagnostics`.
    ///
    /// Made of code, file and message, not of lines, so that a finding that moved is the same one; equal findings
    /// in one file are told apart by their order.
    var fingerprints: [String] {
        var seen: [UInt64: Int] = [:]
        return diagnostics.map { finding in
            let hash = stableHash([finding.rule.code, finding.span.file, finding.message])
            seen[hash, default: 0] += 1
            let digits = String(hash, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits + ":\(seen[hash, default: 1])"
        }
    }
}

/// FNV-1a over the texts' bytes, with a zero byte after each: the same in every process, unlike `Hasher`.
private func stableHash(_ texts: [String]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for text in texts {
        for byte in Array(text.utf8) + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    return hash
}
