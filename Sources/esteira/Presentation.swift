import Foundation
import Monitoring
import Reporting

/// How the two streams of this process want their text.
struct Presentation {
    var color: ColorChoice = .auto
    var isASCII = false

    func style(of descriptor: Int32) -> TextStyle {
        TextStyle(
            columns: terminalColumns(of: descriptor), color: color, isASCII: isASCII,
            environment: ProcessInfo.processInfo.environment)
    }
}
