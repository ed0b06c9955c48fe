import Configuration
import Engines
import Reporting

extension Outcome {
    /// One element of `results`. `batch` names the table.
    func json(batch: String) -> JSONText {
        .object([
            ("success", .bool(isMet)),
            ("expectation_config", expectation.configJSON(batch: batch)),
            ("result", .object(result)),
            ("meta", .object([])),
            ("exception_info", exception),
            ("severity", .string(expectation.importance.rawValue)),
            ("status", .string(status)),
            ("sql", .string(orNull: inspection?.text)),
        ])
    }

    private var status: String {
        switch verdict {
        case .met: "passed"
        case .broken: "failed"
        case .impossible: "error"
        }
    }

    private var exception: JSONText {
        guard case .impossible(let reason) = verdict else { return exceptionJSON(message: nil) }
        return exceptionJSON(message: reason)
    }

    private func exceptionJSON(message: String?) -> JSONText {
        .object([
            ("raised_exception", .bool(message != nil)), ("exception_traceback", .null),
            ("exception_message", .string(orNull: message)),
        ])
    }

    /// The members of `result`.
    var result: [(String, JSONText)] {
        switch observation {
        case .nothing: []
        case .columns(let members): members
        case .value(let value): [("observed_value", value)]
        case .rows(let counts, let form, let samples): counts.sampleMembers(form, samples)
        }
    }
}

extension Expectation {
    /// The expectation as their suites hold it, its defaults left out.
    fileprivate func configJSON(batch: String) -> JSONText {
        var members: [(String, JSONText)] = [
            ("type", .string(origin?.type ?? gxName)),
            ("kwargs", .object((origin?.kwargs ?? gxArguments) + [("batch_id", .string(batch))])),
            ("meta", origin?.meta ?? .object([])),
        ]
        if let note { members.append(("notes", .string(note))) }
        members.append(("id", .string(orNull: id)))
        members.append(("severity", .string(importance.rawValue)))
        return .object(members)
    }

    private var gxForm: GXForm? { type(of: kind).gxForms.first }

    private var gxName: String { gxForm?.name ?? "expect_" + type(of: kind).spec.name }

    private var gxArguments: [(String, JSONText)] {
        var arguments = kind.arguments.map { argument in
            (gxForm?.arguments.first { $0.1.contains(argument.0) }?.0 ?? argument.0, argument.1)
        }
        if mostly != 1 { arguments.append(("mostly", .double(mostly))) }
        if let condition {
            arguments += [("row_condition", .string("\(condition)")), ("condition_parser", .string("spark"))]
        }
        return arguments
    }
}

extension RowCounts {
    /// The members of `result` in their SUMMARY form. Beside a count, a sample's frequency is that of the whole table.
    fileprivate func sampleMembers(_ form: SampleForm, _ samples: [Sample]) -> [(String, JSONText)] {
        let percentOfJudged = percentJSON(Self.percent(unexpected, of: judged))
        let list = samples.flatMap { repeatElement($0.sampleJSON(form), count: $0.count).prefix(SampleQuery.limit) }
        var members: [(String, JSONText)] = [
            ("element_count", .integer(total)), ("unexpected_count", .integer(unexpected)),
            ("unexpected_percent", percentOfJudged),
            ("partial_unexpected_list", .array(Array(list.prefix(SampleQuery.limit)))),
        ]
        if let missing {
            members += [
                ("missing_count", .integer(missing)),
                ("missing_percent", percentJSON(Self.percent(missing, of: total))),
                ("unexpected_percent_total", percentJSON(Self.percent(unexpected, of: total))),
                ("unexpected_percent_nonmissing", percentOfJudged),
            ]
        }
        let counts = samples.map { JSONText.object([("value", $0.countedJSON), ("count", .integer($0.count))]) }
        return members + [("partial_unexpected_counts", .array(counts))]
    }

    private func percentJSON(_ percent: Double?) -> JSONText { percent.map { .double($0) } ?? .null }
}

extension Sample {
    fileprivate func sampleJSON(_ form: SampleForm) -> JSONText {
        form == .record ? .object(values.map { ($0.column, $0.value) }) : countedJSON
    }

    fileprivate var countedJSON: JSONText { values.count == 1 ? values[0].value : .array(values.map(\.value)) }
}
