package import Reporting

extension Rule {
    package static let unknownConnection = Rule(
        "EST2015", "unknown-connection", summary: "A sink uses a connection that the profile does not have.",
        explanation: "Connections are declared under the profile in `esteira.yaml`; every profile needs those the pipelines use.")
}
