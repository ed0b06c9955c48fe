package import Configuration
package import Reporting

/// Something outside that a pipeline waits for before it starts.
package struct SensorDeclaration: Sendable {
    package var name: Text
    package var condition: Condition
    package var policy: WaitPolicy
    /// Whether a timeout skips what waits, and does not fail.
    package var skipsWhenMissing: Bool
    /// Sources and generators that wait for it; empty: all of them.
    package var waiting: [Text]
    package var task: TaskPolicy
    package var span: Span { name.span }

    package enum Condition: Sendable {
        case files(FileCondition)
        /// Objects in a bucket, whose path is `s3://BUCKET/KEY`; without a service, of the profile's only one.
        case objects(FileCondition, service: Text?)
        /// A dataset that another pipeline publishes, not older than `age` where that is given.
        case dataset(pipeline: Text, name: Text, age: Duration?)
        /// A query whose first value is true, or a number other than zero.
        case sql(query: Text, connection: Text)
    }
}

extension SensorDeclaration {
    private static let fileSpec = KindSpec("file", summary: "Files that must be there.", shorthand: "path") {
        Field(
            "path", .string, required: true, example: "include/${params.date}/_SUCCESS",
            doc: "File, or a pattern with `*`.")
        FileCondition.fields
    }
    private static let objectSpec = KindSpec("s3", summary: "Objects that must be there.") {
        Field("bucket", .string, required: true, example: "landing", doc: "The bucket.")
        Field(
            "key", .string, required: true, example: "\"exports/${params.date}/*.csv\"",
            doc: "Key of an object, or a pattern with `*`.")
        Field("service", .string, example: "partner", doc: "A service of the profile's `s3`. Left out: the only one.")
        FileCondition.fields
    }
    private static let datasetSpec = KindSpec("dataset", summary: "A dataset that another pipeline publishes.") {
        Field("pipeline", .string, required: true, example: "ecommerce_generator", doc: "A pipeline of this project.")
        Field("name", .string, required: true, example: "processed.orders", doc: "Its dataset, with the zone.")
        Field("age", .duration, example: "24h", doc: "The oldest it may be. Left out: any.")
    }
    private static let sqlSpec = KindSpec("sql", summary: "A condition in a database.", shorthand: "query") {
        Field(
            "query", .string, required: true, example: "select count(*) from batches where day = current_date",
            doc: "Holds when its first value is true, or a number other than zero.")
        Field("connection", .string, default: "warehouse", doc: "A connection of the profile.")
    }
    package static let spec = KindSpec(
        "sensor", summary: "Something outside that sources and generators wait for.",
        exactlyOne: [["file", "s3", "dataset", "sql"]]
    ) {
        Field("file", .record(fileSpec), doc: fileSpec.summary)
        Field("s3", .record(objectSpec), doc: objectSpec.summary)
        Field("dataset", .record(datasetSpec), doc: datasetSpec.summary)
        Field("sql", .record(sqlSpec), doc: sqlSpec.summary)
        WaitPolicy.fields
        Field(
            "if_missing", .choice(MissingFile.allCases.map(\.rawValue)), default: "fail",
            doc: "When the time is over: fail, or skip what waits and all that depends on it.")
        Field("for", .oneOrMany(.string), doc: "Sources and generators that wait. Left out: all.")
        Field("retries", .record(TaskPolicy.retriesSpec), doc: "What happens when a look itself fails.")
    }

    init?(name: Text, _ record: Record, defaults: PipelineDefaults) {
        guard let policy = WaitPolicy(record), let condition = Self.condition(record) else { return nil }
        self.name = name
        self.condition = condition
        self.policy = policy
        skipsWhenMissing = record.choice("if_missing", of: MissingFile.self) == .skip
        waiting = record.texts("for")
        task = defaults.policy.overridden(by: record)
    }

    private static func condition(_ record: Record) -> Condition? {
        if let file = record.record("file"), let path = file.text("path") {
            .files(FileCondition(path: path.string, file))
        } else if let objects = record.record("s3"), let bucket = objects.text("bucket"), let key = objects.text("key")
        {
            .objects(
                FileCondition(path: "s3://\(bucket.string)/\(key.string)", objects), service: objects.text("service"))
        } else if let dataset = record.record("dataset"), let pipeline = dataset.text("pipeline"),
            let name = dataset.text("name")
        {
            .dataset(pipeline: pipeline, name: name, age: dataset.duration("age")?.value)
        } else if let sql = record.record("sql"), let query = sql.text("query") {
            .sql(query: query, connection: sql.text("connection") ?? Text("warehouse", at: query.span))
        } else {
            nil
        }
    }
}
