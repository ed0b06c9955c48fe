import Reporting

extension PlanView {
    /// Names with commas between them; of more than four the first three, where not all are asked for.
    func listed(_ names: [String]) -> String {
        guard names.count > 4, !showsAll, !isVerbose else { return names.joined(separator: ", ") }
        return names.prefix(3).joined(separator: ", ") + say(" and \(names.count - 3) more")
    }
}
