import Algebra
import DuckDBEngine
import Engines
import Planning

extension Relation {
    /// Its joins, inner ones first; those inside of `sql` are text.
    var joins: [Join] {
        var joins: [Join] = []
        visit { if case .join(let join) = $0 { joins.append(join) } }
        return joins
    }
}

extension Simulation.Join {
    /// Counts both sides, the rows of the left one with a partner, and what comes out.
    init(_ join: Join, _ lowering: RelationLowering, _ session: DuckDBSession) throws {
        var partners = join
        partners.kind = .semi
        partners.taking = []
        func count(_ relation: Relation) throws -> Int { try session.count(lowering.query(relation)) }
        self.init(
            with: join.rightName,
            kind: join.kind.rawValue,
            rowsLeft: try count(join.left),
            rowsRight: try count(join.right),
            matched: try count(.join(partners)),
            rowsOut: try count(.join(join))
        )
    }
}
