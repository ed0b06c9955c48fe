package import Reporting

extension Rule {
    /// Found by `plan --probe`.
    package static let mergeKeyUnindexed = Rule(
        "EST6016", "merge-key-unindexed", .warning, scope: .online, since: "0.2.0",
        summary: "A large table has no unique index on the key by which rows are found.",
        explanation: """
            A merge finds rows by a unique index, a history of rows (`scd2`) by one on the key and `valid_from`. Where there \
            is none the first load makes it, and writers wait meanwhile; it fails where a key is there twice. Make the index \
            before, with `CREATE UNIQUE INDEX CONCURRENTLY`.
            """,
        unshown: "it takes a database")
}
