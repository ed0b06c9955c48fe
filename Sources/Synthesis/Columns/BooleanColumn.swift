import Expressions
import Reporting

/// `true` on a share of the rows.
package struct BooleanColumn: ColumnGenerator {
    package var share: Double

    package init(share: Double = 0.5) { self.share = share }

    package func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        guard (0...1).contains(share) else { throw .parameter("share", "between 0 and 1") }
        let share = share
        return GeneratedColumn(.boolean) { frame, stream in
            let coin = Coin(share: share, stream)
            return Vector(.boolean, frame.whole { coin.falls(at: $0) ? 1 : 0 })
        }
    }
}
