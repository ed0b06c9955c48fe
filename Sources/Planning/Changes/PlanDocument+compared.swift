import Reporting

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
            subject: change.subject, action: change.action.rawValue, category: change.category.rawValue,
            what: change.what,
            columns: change.columns, reaches: change.reaches.map { .init(subject: $0.subject, columns: $0.columns) },
            before: change.before, after: change.after, source: change.source.map(PlanDocument.Source.init))
    }

    var symbol: String { PlanChange.Action(rawValue: action)?.symbol ?? "~" }

    func categoryWords(_ view: PlanView) -> String {
        PlanChange.Category(rawValue: category).map { view.say($0.words) } ?? category
    }

    /// `filter changed: quantity > 0 → quantity > 1`.
    func words(_ view: PlanView) -> String {
        let (what, none) = (told(view), view.say("none"))
        let isSet = action == PlanChange.Action.changed.rawValue
        return switch (before, after) {
        case (let before?, let after?): "\(what): \(before) → \(after)"
        case (nil, let after?) where isSet && !self.what.hasSuffix("added"): "\(what): \(none) → \(after)"
        case (nil, let after?): "\(what): \(after)"
        case (let before?, nil) where isSet && !self.what.hasSuffix("removed"): "\(what): \(before) → \(none)"
        case (let before?, nil): "\(what): \(before)"
        case (nil, nil): what
        }
    }

    /// `revenue: computed in another way` has a column's name before the phrase.
    func told(_ view: PlanView) -> String {
        let parts = what.split(separator: ": ", maxSplits: 1).map(String.init)
        return parts.count == 2 ? "\(parts[0]): \(view.tell(parts[1]))" : view.tell(what)
    }
}
