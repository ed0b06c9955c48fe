package import Configuration
import Expressions
package import Reporting
package import Synthesis

/// A kind of generated column: `uuid`, `decimal`, … One file each, listed in `builtInColumnKinds`.
package protocol ColumnKind: Sendable {
    static var spec: KindSpec { get }
    /// Nil where the record is too broken to go on; the reader or `context` has the reasons.
    static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)?
}

/// A kind of dirt: `nulls`, `duplicate_rows`, … One file each, listed in `builtInDefectKinds`.
package protocol DefectKind: Sendable {
    static var spec: KindSpec { get }
    /// Nil where the record is too broken to go on; the reader or `context` has the reasons.
    static func defect(_ record: Record, in context: inout GeneratorContext) -> (any Defect)?
}

/// What kinds may use while they read their records, and where they say what is wrong.
package struct GeneratorContext: Sendable {
    /// Where relative times start.
    package let clock: ReadingClock
    package var found = Diagnostics()
    /// Expressions read for the column at hand, so that what is wrong with their types is shown in them.
    var expressions: [Text] = []

    package init(clock: ReadingClock) { self.clock = clock }

    /// The parsed expression; reports where it does not parse.
    mutating func expression(_ text: Text) -> Expression? {
        expressions.append(text)
        do {
            return try Expression.parse(text.string)
        } catch {
            found.report(error.diagnostic(in: text))
            return nil
        }
    }
}
