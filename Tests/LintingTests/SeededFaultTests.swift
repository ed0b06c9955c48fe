import Reporting
import Testing

/// 300 mistakes as people make them, each in a project that is good without it.
struct SeededFaultTests {
    private static let wanted = 300

    @Test func `the projects are good`() {
        for project in GoodProject.all {
            let errors = project.findings(of: project.files).items.filter { $0.severity == .error }
            #expect(errors.map { "\(project.name) \($0.span): \($0.message)" } == [])
        }
    }

    @Test(.timeLimit(.minutes(5)))
    func `at least 95 of 100 are found, at the line where they are`() {
        let faults = Self.chosen
        #expect(faults.count >= Self.wanted)
        let known = Dictionary(
            uniqueKeysWithValues: GoodProject.all.map { ($0.name, Set($0.findings(of: $0.files).items.map(\.message))) }
        )
        let missed = faults.filter { !$0.isCaught(before: known[$0.project.name] ?? []) }
        for fault in missed {
            print(
                "missed: \(fault.kind) in \(fault.project.name)/\(fault.edit.file):\(fault.lines.lowerBound): \(fault.edit.replacement)"
            )
        }
        #expect(missed.count * 100 <= faults.count * 5, "\(missed.count) of \(faults.count) missed")
    }

    /// Of each kind as many as there is room for, spread over all places; then more of the kinds that have more.
    private static var chosen: [SeededFault] {
        let kinds = SeededFault.Kind.allCases.map { SeededFault.all($0) }
        var share = wanted / kinds.count
        while kinds.map({ min($0.count, share) }).reduce(0, +) < wanted, share < wanted { share += 1 }
        return kinds.flatMap { faults in
            (0..<min(faults.count, share)).map { faults[$0 * faults.count / min(faults.count, share)] }
        }
    }
}
