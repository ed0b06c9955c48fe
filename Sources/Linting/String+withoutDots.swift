extension String {
    /// A path without the parts that say nothing: `./lake/` is `lake`.
    var withoutDots: String {
        let parts = split(separator: "/").filter { $0 != "." }
        return (hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }
}
