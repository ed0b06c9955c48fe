package import Reporting

extension Rule {
    package static let requiredParamScheduled = Rule(
        "EST7017", "required-param-scheduled", since: "0.2.0",
        summary: "A pipeline with a schedule has a parameter without a default.",
        explanation: """
            Nobody is there to give a value when a run starts by the clock, so every such run would be refused. Write a \
            default; for the day to process, `today` or `yesterday`. A value under `params:` of the profile does too.
            """,
        bad: "schedule: {cron: \"0 6 * * *\", timezone: UTC}\nparams:\n  ⟦day⟧: {type: date}",
        good: "schedule: {cron: \"0 6 * * *\", timezone: UTC}\nparams:\n  day: {type: date, default: yesterday}")
}
