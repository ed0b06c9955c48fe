/// How much a file may hold before reading it stops with a finding.
package struct YAMLLimits: Sendable, Hashable {
    /// Of nested lists and mappings.
    package var depth: Int
    /// Nodes after every alias is replaced by what it names.
    package var nodes: Int
    /// Of the file.
    package var bytes: Int

    package init(depth: Int = 100, nodes: Int = 100_000, bytes: Int = 10 * 1024 * 1024) {
        self.depth = depth
        self.nodes = nodes
        self.bytes = bytes
    }

    package static let standard = YAMLLimits()
}
