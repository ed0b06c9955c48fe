import Foundation
package import Reporting

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What `--color` says.
package enum ColorChoice: String, Sendable, Hashable, CaseIterable {
    case auto
    case always
    case never
}

extension TextStyle {
    /// The style for text that goes to a place: colour only for a terminal that wants it, unless told otherwise.
    /// `columns` is the terminal's width, `nil` for a pipe or file.
    package init(
        columns: Int?,
        color: ColorChoice,
        isASCII: Bool,
        environment: [String: String]
    ) {
        let isWelcome = columns != nil && environment["NO_COLOR", default: ""].isEmpty && !environment.isOfDumbTerminal
        let isColoured =
            switch color {
            case .always: true
            case .never: false
            case .auto: isWelcome
            }
        self.init(isColoured: isColoured, isASCII: isASCII, width: columns ?? 120)
    }
}

/// Columns of the terminal behind a file descriptor (1 stdout, 2 stderr); `nil` when it is none, or one that cannot
/// move its cursor.
package func terminalColumns(of descriptor: Int32) -> Int? {
    guard isatty(descriptor) == 1, !ProcessInfo.processInfo.environment.isOfDumbTerminal else { return nil }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
}

extension [String: String] {
    /// Of a terminal that can do nothing but print.
    fileprivate var isOfDumbTerminal: Bool { self["TERM"] == "dumb" }
}
