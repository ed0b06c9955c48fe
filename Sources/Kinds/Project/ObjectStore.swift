package import Configuration

/// A service that keeps objects in buckets as Amazon's S3 does.
package struct ObjectStore: Sendable {
    /// Host and port; `nil`: Amazon's own.
    package var endpoint: Text?
    package var usesTLS: Bool
    package var region: String
    /// `nil`: anybody may look.
    package var accessKey: Text?
    package var secretKey: Text?
    package var sessionToken: Text?
    /// Whether a bucket stands in the path of a URL, and not in its host's name.
    package var usesPathStyle: Bool
}

extension ObjectStore {
    static let spec = KindSpec("s3", summary: "A service that keeps objects as Amazon's S3 does.") {
        Field(
            "endpoint", .string, example: "localhost:9000",
            doc: "Host, and port where it is not the standard one. Left out: Amazon's own.")
        Field("tls", .boolean, default: "true", doc: "Whether it is spoken to over HTTPS.")
        Field("region", .string, default: "us-east-1", doc: "Region of its buckets.")
        Field(
            "access_key", .string, example: "\"${env.S3_ACCESS_KEY}\"",
            doc: "Name of the key pair. Left out: what anybody may read.")
        Field(
            "secret_key", .string, example: "\"${secret.S3_SECRET_KEY}\"",
            doc: "The key pair's secret; keep it in the environment or in .env.")
        Field(
            "session_token", .string, example: "\"${secret.S3_SESSION_TOKEN}\"",
            doc: "Of keys that hold for a while only.")
        Field(
            "path_style", .boolean,
            doc: "Whether a bucket stands in the URL's path. Left out: so with an `endpoint`, and not at Amazon's.")
    }

    init(_ record: Record) {
        endpoint = record.text("endpoint")
        usesTLS = record.flag("tls")
        region = record.text("region")?.string ?? "us-east-1"
        accessKey = record.text("access_key")
        secretKey = record.text("secret_key")
        sessionToken = record.text("session_token")
        usesPathStyle = record.has("path_style") ? record.flag("path_style") : endpoint != nil
    }
}
