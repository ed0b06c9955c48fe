package import Reporting

extension Rule {
    package static let unknownTimeZone = Rule(
        "EST7024", "unknown-time-zone", fix: .unsafe, summary: "A time zone is not in the IANA database.",
        explanation:
            "Zones are named by area and place, such as `America/Sao_Paulo`; names move with summer time, offsets do not.",
        bad: "schedule: {cron: \"0 6 * * *\", timezone: ⟦America/SaoPaulo⟧}",
        good: "schedule: {cron: \"0 6 * * *\", timezone: America/Sao_Paulo}")
}
