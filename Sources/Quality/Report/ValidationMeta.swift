/// What a result file says beside the results. Given by the caller, who has the clock.
package struct ValidationMeta: Hashable, Sendable {
    /// The run's id.
    package var run: String
    /// ISO 8601 with an offset.
    package var time: String
    /// `processed.orders`
    package var dataset: String
    /// Of this tool.
    package var version: String

    package init(run: String, time: String, dataset: String, version: String) {
        self.run = run
        self.time = time
        self.dataset = dataset
        self.version = version
    }
}
