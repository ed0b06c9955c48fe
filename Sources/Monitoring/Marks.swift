import Execution
import Reporting

/// The signs in front of lines; colour is never the only carrier.
struct Marks {
    let isASCII: Bool

    init(_ style: TextStyle) { isASCII = style.isASCII }

    var none: String { isASCII ? "-" : "–" }

    var separator: String { isASCII ? " | " : " · " }

    var retry: String { isASCII ? "~" : "↻" }

    func spinner(_ frame: Int) -> String {
        let frames = isASCII ? ["|", "/", "-", "\\"] : ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"]
        return frames[frame % frames.count]
    }

    func mark(of state: TaskState) -> String {
        switch state {
        case .succeeded: isASCII ? "+" : "✓"
        case .upToDate: "="
        case .failed: isASCII ? "x" : "✗"
        case .skipped: none
        case .interrupted: "!"
        case .waiting, .running, .retrying, .watching, .mapped: " "
        }
    }
}
