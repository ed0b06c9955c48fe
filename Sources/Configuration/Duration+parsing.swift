extension Duration {
    /// As it is written in a project: `10s`, `1h30m`, `500ms`, `2d`; nil when it is not one.
    package init?(parsing text: String) {
        var rest = Substring(text)
        var total = Duration.zero
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(digits.count)
            let unit = rest.prefix { $0.isLetter }
            rest = rest.dropFirst(unit.count)
            guard let count = Int64(digits), let scale = unitMilliseconds[String(unit)] else { return nil }
            let (product, overflowed) = count.multipliedReportingOverflow(by: scale)
            guard !overflowed, product < 1 << 53 else { return nil }
            total += .milliseconds(product)
        }
        self = total
    }
}

private let unitMilliseconds: [String: Int64] = ["ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000]

extension Duration {
    /// The plainest way to write it in a project: `90s`, `2h`, `1500ms`.
    package var spelled: String {
        let total = components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
        for (unit, scale) in [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000)] as [(String, Int64)]
        where total % scale == 0 && total != 0 { return "\(total / scale)\(unit)" }
        return "\(total)ms"
    }
}
