import Configuration

/// Datasets that are written in a file and could not be read, as reported. A reference to one is not wrong by itself.
package struct UnreadDatasets: Sendable {
    package var sources: Set<String>
    package var transforms: Set<String>
    /// A part of the file that may declare datasets could not be read: any unknown name may be declared there.
    package var mayBeMore: Bool
}

extension UnreadDatasets {
    init(in node: Node, sources: [SourceDeclaration], transforms: [TransformDeclaration]) {
        func written(_ section: String) -> Set<String> { Set(node.entries(of: section).map(\.key)) }
        self.sources = written("sources").subtracting(sources.map(\.name.string))
        self.transforms = written("transforms").subtracting(transforms.map(\.name.string))
        mayBeMore =
            node.entries?.contains { entry in
                Pipeline.spec[field: entry.key] == nil
                    || ["sources", "transforms"].contains(entry.key) && entry.value.entries == nil
            } == true
    }
}
