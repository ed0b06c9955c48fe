import Algebra
import Configuration
import Kinds
import Quality
import Reporting

/// Expectations that came, went, or ask for something else.
func checkChanges(_ old: ComparedPipeline, _ new: ComparedPipeline) -> [PlanChange] {
    var changes: [PlanChange] = []
    for (binding, dataset) in new.compiled.checks {
        guard let suite = new.project.suites[binding.suite.string] else { continue }
        let before = old.compiled.checks.first { $0.dataset == dataset }?.binding
        let was = before.flatMap { old.project.suites[$0.suite.string] }
        let subject = "check \(dataset)"
        changes += expectationChanges(
            subject, was?.expectations ?? [], suite.expectations, holdsBack: binding.action.holdsBack)
        guard let before, before.action != binding.action else { continue }
        changes.append(
            PlanChange(
                subject: subject, action: .changed, category: binding.action.holdsBack ? .breaking : .operational,
                what: "what a failure does", before: before.action.rawValue, after: binding.action.rawValue,
                source: binding.dataset.span))
    }
    for (_, dataset) in old.compiled.checks where new[dataset] != nil {
        guard !new.compiled.checks.contains(where: { $0.dataset == dataset }) else { continue }
        changes.append(
            PlanChange(
                subject: "check \(dataset)", action: .removed, category: .operational,
                what: "the dataset is no longer checked"))
    }
    return changes
}

/// Expectations of one kind about the same columns are the same one, asking for something else.
private func expectationChanges(
    _ subject: String, _ old: [Expectation], _ new: [Expectation], holdsBack: Bool
) -> [PlanChange] {
    var gone = old
    var came: [Expectation] = []
    for expectation in new {
        if let index = gone.firstIndex(where: { $0.canonical == expectation.canonical }) {
            gone.remove(at: index)
        } else {
            came.append(expectation)
        }
    }
    var changes: [PlanChange] = []
    for expectation in came {
        let partner = gone.firstIndex { $0.subject == expectation.subject }.map { gone.remove(at: $0) }
        // Only what can keep a dataset from being published can break anything.
        let isBlocking = holdsBack && expectation.importance == .critical
        let isOnlyMilder = partner?.asked == expectation.asked
        changes.append(
            PlanChange(
                subject: subject, action: partner == nil ? .added : .changed,
                category: isBlocking ? .breaking : isOnlyMilder ? .operational : .additive,
                what: partner == nil ? "check added" : "check changed", before: partner?.words,
                after: expectation.words,
                source: expectation.span))
    }
    return changes
        + gone.map {
            PlanChange(
                subject: subject, action: .removed, category: .operational, what: "check removed", before: $0.words)
        }
}

extension Expectation {
    /// What it is about: its kind and columns.
    fileprivate var subject: String {
        let columns = kind.arguments.filter { ["column", "columns", "key"].contains($0.0) }
        return "\(type(of: kind).spec.name) \(JSONText.object(columns).text())"
    }

    /// What it asks for, without what its failure means.
    fileprivate var asked: String {
        "\(type(of: kind).spec.name) \(JSONText.object(kind.arguments).text()) \(mostly) \(condition?.string ?? "")"
    }

    fileprivate var words: String {
        let share = mostly == 1 ? "" : ", mostly \(mostly)"
        let rows = condition.map(\.description.onOneLine).led(by: ", where ")
        let severity = importance == .critical ? "" : ", \(importance.rawValue)"
        return kind.sentence + share + rows + severity
    }
}
