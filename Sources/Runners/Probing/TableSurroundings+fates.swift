import Engines
import Kinds
import Planning
import Warehouse

extension TableSurroundings {
    var quantity: PlanDocument.Quantity {
        guard let rows else { return .unknown(after: nil) }
        return isExact ? .exact(rows) : .estimate(rows, by: "the server's statistics")
    }

    /// All that hangs on the table, and what a load's statements do to it.
    func dependents(of mode: SinkDeclaration.Mode, _ statements: [SQL]) -> [PlanDocument.Dependent] {
        let truncates = statements.contains { $0.text.hasPrefix("TRUNCATE") }
        let isReplaced = mode.removesRows
        func all(_ kind: PlanDocument.Dependent.Kind, _ names: [String], _ fate: (String) -> String) -> [PlanDocument
            .Dependent]
        {
            names.map { .init(kind: kind, name: $0, fate: fate($0)) }
        }
        return all(.view, views.filter { !$0.isMaterialized }.map(\.name)) { _ in
            "kept, shows the new rows from the commit on"
        } + all(.view, views.filter(\.isMaterialized).map(\.name)) { _ in PlanDocument.Dependent.stale }
            + all(.grant, grants) { _ in "kept, the table itself stays" }
            + all(.index, indexes) { index in
                let isRebuilt = statements.contains { isDropped(index, by: $0.text) }
                return isRebuilt ? "dropped, and made again after the rows" : "kept up row by row"
            }
            + references.map { reference in
                .init(
                    kind: .foreignKey,
                    name: "\(reference.name) of \(reference.table)",
                    fate: isReplaced ? reference.onDelete.fate : "kept, no row that it points at is taken away"
                )
            }
            + all(.foreignKey, foreignKeys) { _ in "kept, checked for each new row" }
            + all(.trigger, triggers) { _ in
                isReplaced && truncates ? PlanDocument.Dependent.unseen : "kept, fires as the rows come"
            }
    }

    private func isDropped(_ index: String, by statement: String) -> Bool {
        let name = Identifier(index).quoted
        return statement.hasPrefix("DROP INDEX") && statement.hasSuffix(name)
            || statement.hasPrefix("ALTER TABLE") && statement.hasSuffix("DROP CONSTRAINT \(name)")
    }
}

extension TableSurroundings.Reference.Action {
    fileprivate var fate: String {
        switch self {
        case .noAction, .restrict: PlanDocument.Dependent.refused
        case .cascade: PlanDocument.Dependent.taken
        case .setNull: PlanDocument.Dependent.cleared(to: "null")
        case .setDefault: PlanDocument.Dependent.cleared(to: "their default")
        }
    }
}
