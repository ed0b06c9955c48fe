package import Reporting

extension Rule {
    package static let badDurationOrSize = Rule(
        "EST1016",
        "bad-duration-or-size",
        summary: "A duration or a size is not written as a number and a unit.",
        explanation: """
            Durations are `500ms`, `10s`, `5m`, `1h`, `2d` or `1h30m`; sizes are `64KiB`, `512MB`, `2GiB` or a \
            number of bytes. There is no default unit for durations, so that nobody waits 30 hours instead of 30 \
            seconds.
            """,
        bad: "delay: 5 minutes\n",
        good: "delay: 5m\n"
    )
}
