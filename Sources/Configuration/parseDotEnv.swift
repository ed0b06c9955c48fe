package import Reporting

/// The variables of a `.env` file. Nothing in values is expanded; a later line wins.
package func parseDotEnv(_ source: SourceText, found: inout Diagnostics) -> [String: String] {
    [:]
}
