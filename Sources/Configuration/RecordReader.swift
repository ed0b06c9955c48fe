package import Reporting

/// Reads nodes by their specs, reporting everything that does not fit.
package struct RecordReader: Sendable {
    package let scope: Scope

    package init(scope: Scope) { self.scope = scope }

    /// Nil only when the node has not the form of the spec at all.
    package func read(_ node: Node, as spec: KindSpec, found: inout Diagnostics) -> Record? {
        nil
    }

    /// `name` is what messages call the value.
    package func read(_ node: Node, shape: Shape, name: String, found: inout Diagnostics) -> Item? {
        nil
    }
}
