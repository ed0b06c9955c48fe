extension PlanDocument {
    /// The same plan, told with what has changed. The plan's id stays: it is of what would run.
    package func compared(_ found: PlanChanges) -> PlanDocument {
        var document = self
        document.comparison = Comparison(base: found.base, unchanged: found.unchanged, note: found.note)
        document.changes = found.items.map(Difference.init)
        return document
    }
}

extension PlanDocument.Difference {
    fileprivate init(_ change: PlanChange) {
        self.init(
            subject: change.subject, action: change.action.rawValue, category: change.category.rawValue, what: change.what,
            columns: change.columns, reaches: change.reaches.map { .init(subject: $0.subject, columns: $0.columns) },
            before: change.before, after: change.after, source: change.source.map(PlanDocument.Source.init))
    }

    var symbol: String { PlanChange.Action(rawValue: action)?.symbol ?? "~" }

    var categoryWords: String { PlanChange.Category(rawValue: category)?.words ?? category }

    /// `filter changed: quantity > 0 → quantity > 1`.
    var words: String {
        switch (before, after) {
        case (let before?, let after?): "\(what): \(before) → \(after)"
        case (nil, let after?) where action == "changed" && !what.hasSuffix("added"): "\(what): none → \(after)"
        case (nil, let after?): "\(what): \(after)"
        case (let before?, nil) where action == "changed" && !what.hasSuffix("removed"): "\(what): \(before) → none"
        case (let before?, nil): "\(what): \(before)"
        case (nil, nil): what
        }
    }
}
