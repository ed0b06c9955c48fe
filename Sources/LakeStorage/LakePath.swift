/// A file or folder of a lake, relative to its root: `raw/orders/year=2026/month=11/orders.parquet`.
///
/// Checked when made: not empty, not absolute, no `.` or `..`, no hidden part.
package struct LakePath: Hashable, Sendable {
    package let text: String

    package init(_ text: String) throws(LakeError) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        if text.contains("\0") || parts.contains(where: { $0.isEmpty || $0.hasPrefix(".") }) {
            throw LakeError(
                .locate,
                text,
                "this is not a path inside a lake",
                hint: "write it relative to the lake, without '..' and without hidden names"
            )
        }
        self.text = text
    }

    package var partition: Partition { Partition(parts: text.split(separator: "/").map(String.init)) }

    /// `''` for a path of one part.
    var folder: String { text.split(separator: "/").dropLast().joined(separator: "/") }
}

/// The `key=value` folders of a path, outermost first.
package struct Partition: Hashable, Sendable {
    package let keys: [String]
    package let values: [String]

    init(parts: [String]) {
        let pairs = parts.compactMap { part -> (String, String)? in
            guard let sign = part.firstIndex(of: "="), sign != part.startIndex else { return nil }
            return (String(part[..<sign]), String(part[part.index(after: sign)...]))
        }
        keys = pairs.map(\.0)
        values = pairs.map(\.1)
    }
}
