package import Reporting

extension Rule {
    package static let unknownProfile = Rule(
        "EST7002", "unknown-profile", summary: "The profile asked for is not in esteira.yaml.",
        explanation: "Profiles say where a project runs. Ask for one that is there with `--profile NAME`, or add it.")
}
