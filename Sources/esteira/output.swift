import Foundation
import Reporting

/// A line for the person, on stderr: stdout carries results alone, so that it can be piped.
func report(_ message: String) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
}

/// A line for the person, in the language of this process.
func tell(_ message: Message) { report(Language.spoken.text(message)) }

/// A result, on stdout, as it is.
func output(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
}

/// Nothing was started, and this is why.
struct CannotStart: Error, CustomStringConvertible {
    let message: Message

    init(_ message: Message) { self.message = message }

    var description: String { Language.spoken.text(message) }
}

/// Whether colours make sense on a stream.
func isColoured(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
}
