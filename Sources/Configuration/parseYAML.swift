package import Reporting

/// The tree of a YAML or JSON file; nil when it cannot be read at all, with the reason in `found`.
package func parseYAML(_ source: SourceText, found: inout Diagnostics, limits: YAMLLimits = .standard) -> Node? {
    nil
}
