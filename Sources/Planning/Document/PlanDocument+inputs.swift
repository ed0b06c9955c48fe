import Expressions
import Kinds

extension PlanDocument.Inputs {
    init(_ plan: Plan) {
        let used = plan.tasks.compactMap { task in
            if case .load(let work) = task.work { work.connection } else { nil }
        }
        self.init(
            files: plan.inputs.files, digest: fingerprint(plan.inputs.files.flatMap { [$0.path, $0.digest] }),
            params: plan.pipeline.params.map { parameter in
                Param(
                    name: parameter.name, value: parameter.value.text, origin: Param.Origin(parameter.origin).rawValue,
                    source: .init(parameter.source))
            }, connections: Set(used).sorted(),
            environment: plan.inputs.environment, ledger: plan.ledger.isEmpty ? nil : plan.ledgerDigest)
    }
}

extension PlanDocument.Inputs.Param.Origin {
    fileprivate init(_ origin: Parameter.Origin) {
        self =
            switch origin {
            case .default: .default
            case .profile: .profile
            case .given: .cli
            }
    }
}

extension Plan {
    fileprivate var ledgerDigest: String {
        fingerprint(ledger.sorted { $0.key < $1.key }.flatMap { [$0, $1.fingerprint, $1.run ?? ""] })  // runs have names since the first version
    }
}

extension PlanDocument.Interval {
    /// The day of the pipeline's one date; nil where it has none or several.
    init?(_ pipeline: Pipeline) {
        let days = pipeline.params.compactMap { parameter in parameter.day.map { (parameter.name, $0) } }
        guard days.count == 1, let (name, day) = days.first else { return nil }
        self.init(
            start: "\(Value.date(day).text) 00:00", end: "\(Value.date(day + 1).text) 00:00",
            timezone: pipeline.schedule?.timezone ?? "UTC", param: name)
    }
}

extension PlanDocument.Schedule {
    /// Nil where there is no schedule, or no clock to count from.
    init?(_ plan: Plan) {
        guard let declared = plan.pipeline.schedule, let schedule = CronSchedule(declared), let now = plan.inputs.now
        else { return nil }
        let seconds = now / 1_000_000
        self.init(
            cron: declared.cron, timezone: declared.timezone,
            next: schedule.next(3, after: seconds).map { localTime($0, schedule.offset(at: $0)) },
            clockChange: schedule.clockChange(after: seconds).map { dayText(of: $0 + schedule.offset(at: $0 - 1)) })
    }
}

/// `2026-09-13T03:00:00-03:00`.
private func localTime(_ moment: Int64, _ offset: Int64) -> String {
    let second = ((moment + offset) % 86_400 + 86_400) % 86_400
    let east = offset < 0 ? "-" : "+"
    let minutes = abs(offset) / 60
    return "\(dayText(of: moment + offset))T\(twoDigits(second / 3600)):\(twoDigits(second / 60 % 60)):00"
        + "\(east)\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
}

private func dayText(of seconds: Int64) -> String {
    Value.date(Int32(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)).text
}

private func twoDigits(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
