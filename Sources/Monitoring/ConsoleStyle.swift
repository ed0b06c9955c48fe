/// How to write for the place the text goes to.
package struct ConsoleStyle: Sendable, Hashable {
    package var isTerminal: Bool
    package var hasColor: Bool
    package var isASCII: Bool
    /// Columns.
    package var width: Int
}
