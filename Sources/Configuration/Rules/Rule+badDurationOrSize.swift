package import Reporting

extension Rule {
    package static let badDurationOrSize = Rule(
        "EST1016",
        "bad-duration-or-size",
        fix: .safe,
        summary: "A duration or a size is not written as a number and a unit.",
        explanation: """
            Durations are `500ms`, `10s`, `5m`, `1h`, `2d` or `1h30m`; sizes are `64KiB`, `512MB`, `2GiB` or a \
            number of bytes. There is no default unit for durations, so that nobody waits 30 hours instead of 30 \
            seconds.
            """,
        bad: """
            sources:
              orders:
                csv: include/orders.csv
                schema: orders
                timeout: ⟦5 minutes⟧
            """,
        good: """
            sources:
              orders:
                csv: include/orders.csv
                schema: orders
                timeout: 5m
            """
    )
}
