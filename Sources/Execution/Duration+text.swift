extension Duration {
    /// Short, for a person: `0.4s`, `12.3s`, `2m 05s`, `1h 02m`. At least a tenth of a second unless zero.
    package var text: String {
        let tenths = max(self > .zero ? 1 : 0, Int((self / .milliseconds(100)).rounded()))
        if tenths < 600 { return "\(tenths / 10).\(tenths % 10)s" }
        let seconds = Int((self / .seconds(1)).rounded())
        if seconds < 3600 { return "\(seconds / 60)m \(padded(seconds % 60))s" }
        return "\(seconds / 3600)h \(padded(seconds / 60 % 60))m"
    }

    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
