import Algebra
import Configuration
import Engines
import Expressions
import Kinds
import Quality
import Reporting

/// What suites read besides the datasets they are bound to. A name of a suite means what it means in the pipeline that
/// binds it.
func compileCheckReads(
    _ compiled: CompiledPipeline, _ project: Project, _ names: DatasetNames, _ found: inout Diagnostics
) -> [DatasetName: [String: DatasetName]] {
    var reads: [DatasetName: [String: DatasetName]] = [:]
    for binding in compiled.pipeline.expectations {
        guard let suite = project.suites[binding.suite.string] else { continue }
        var ignored = Diagnostics()  // compiling the checks reports it
        guard let dataset = names.dataset(binding.dataset, found: &ignored) else { continue }
        for name in suite.expectations.compactMap(\.lookup?.dataset) {
            var problems = Diagnostics()
            let other = names.dataset(name, found: &problems)
            if let other { reads[dataset, default: [:]][name.string] = other }
            for var problem in problems.items {
                problem.notes.append(.bound(binding))
                found.report(problem)
            }
        }
    }
    return reads
}

extension CompiledPipeline {
    /// The tables of `checkReads` by their columns; before a run they have no place, and stand for themselves by name.
    func otherTables(of dataset: DatasetName) -> [String: OtherTable] {
        checkReads[dataset, default: [:]].mapValues { other in
            OtherTable(
                name: "\(other)", row: row(of: other) ?? RowType([]), relation: "\(Identifier(other.zone, other.name))")
        }
    }
}

extension Diagnostic.Note {
    static func bound(_ binding: ExpectationBinding) -> Self { Self("the suite is bound here", at: binding.suite.span) }
}
