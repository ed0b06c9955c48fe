import Configuration
import Reporting

extension Located<String> {
    /// The fix that writes another name; nil where it is not certain which bytes are the name.
    func respelled(as other: String) -> Fix? {
        guard isName(value), isName(other), span.start.line == span.end.line else { return nil }
        let range = span.start.offset..<span.end.offset
        let name: Range<Int>
        switch range.count - value.utf8.count {
        case 0: name = range
        case 2: name = range.lowerBound + 1..<range.upperBound - 1  // in quotes
        default: return nil
        }
        let edit = TextEdit(file: span.file, range: name, replacement: other)
        return Fix(.unsafe, "replace '\(value)' by '\(other)'", [edit])
    }
}
