import Execution
import Expressions
import Foundation
import Kinds
import Planning
import Reporting

/// Performs a pipeline for one interval, as 'run' would with that day's parameter at that moment.
struct IntervalRunner: Sendable {
    let options: ProjectOptions
    let parts: RunParts
    /// Most tasks of a run at a time.
    let width: Int

    /// Whether two intervals write files of their own, so that they may be run side by side.
    func areApart(
        _ one: DataInterval, _ other: DataInterval, _ pipeline: String, _ series: IntervalSeries
    ) throws -> Bool {
        let scopes = try [one, other].map { interval in
            let project = try LoadedProject(
                options.adding(series.parameters(of: interval)), at: series.moment(for: interval))
            return try project.reading.project.map {
                Workplace(project, $0.profile).scope(of: try project.pipeline(named: pipeline))
            }
        }
        return scopes[0] != scopes[1]
    }

    /// - Parameter run: goes on where it stands, if it has begun.
    func run(_ pipeline: String, _ interval: DataInterval, of series: IntervalSeries, as run: RunID) async throws
        -> RunOutcome
    {
        let options = options.adding(series.parameters(of: interval))
        let project = try LoadedProject(options, at: series.moment(for: interval))
        guard let declared = project.reading.project, declared.pipelines.contains(where: { $0.name == pipeline }) else {
            try project.requireNoErrors(project.reading.found)
            throw CannotStart("the project cannot be read")
        }
        let declaration = try project.pipeline(named: pipeline)
        try project.requireNoErrors(project.found(concerning: declaration))
        let session = try RunSession(
            project: project, declared: declared, pipeline: declaration, resume: nil,
            presentation: Presentation(), among: parts, named: run)
        return try await session.runInterval(
            width: width, arguments: ["select": "", "params": options.params.joined(separator: " ")])
    }
}

extension IntervalSeries {
    /// What tells a run which interval it is for.
    func parameters(of interval: DataInterval) -> [String] {
        isDaily ? ["date=\(Value.date(Int32(interval.day)).text)"] : []
    }

    /// `2026-01-31`, or the start of a period with its hour.
    func name(of interval: DataInterval) -> String {
        isDaily ? Value.date(Int32(interval.day)).text : interval.zone.wallClock(interval.start)
    }
}

extension TimeZone {
    /// `2026-01-31T06:00-03:00`, of seconds since 1970-01-01 UTC.
    func wallClock(_ moment: Int64) -> String {
        let style = Date.ISO8601FormatStyle(timeZoneSeparator: .colon, timeZone: self)
            .year().month().day().dateTimeSeparator(.standard).time(includingFractionalSeconds: false)
            .timeZone(separator: .colon)
        let text = Date(timeIntervalSince1970: Double(moment)).formatted(style)
        // Schedules have no seconds.
        guard let seconds = text.range(of: ":00", range: text.index(text.startIndex, offsetBy: 16)..<text.endIndex)
        else { return text }
        return text.replacingCharacters(in: seconds, with: "")
    }
}

extension ProjectOptions {
    func adding(_ more: [String]) -> ProjectOptions {
        var options = self
        options.params += more
        return options
    }
}

extension RunOutcome {
    /// What failed first, for one line; nil where nothing did.
    var failureText: String? {
        for result in results {
            if case .failed(let failure) = result.state {
                return "\(result.task): \(failure.message) (\(failure.code))"
            }
        }
        return nil
    }
}
