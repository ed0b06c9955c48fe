extension Node {
    /// Whether both say the same, wherever they stand and however they are quoted. The order of keys says nothing.
    package func says(theSameAs other: Node) -> Bool {
        switch (content, other.content) {
        case (.scalar(let a), .scalar(let b)): a.core == b.core && (a.core == .null || a.text == b.text)
        case (.sequence(let a), .sequence(let b)):
            a.count == b.count && zip(a, b).allSatisfy { $0.says(theSameAs: $1) }
        case (.mapping(let a), .mapping(let b)):
            a.count == b.count && a.allSatisfy { entry in other[entry.key]?.says(theSameAs: entry.value) == true }
        default: false
        }
    }
}
