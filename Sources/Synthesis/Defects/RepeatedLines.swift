import Reporting

/// A share of the rows is there twice, exactly that many and byte for byte.
package struct RepeatedLines: Defect {
    package var share: Double

    package init(share: Double) { self.share = share }

    package func compiled(in scope: DefectScope) throws(SynthesisIssue.Reason) -> DefectPlan {
        guard (0...1).contains(share) else { throw .parameter("rate", "between 0 and 1") }
        return .repeatedRows(share: share)
    }
}
