extension StringProtocol {
    /// What stands behind the last separator, one at the very end apart: `orders.yaml` of `schemas/orders.yaml`.
    package func lastPart(after separator: Character) -> String {
        guard let last = split(separator: separator).last else { return "" }
        return String(last)
    }
}
