package import Engines

/// What a plan's printers are told about engines: the statements of a task, in the order in which they would run.
package struct PlanStatements {
    package var all: (PlannedTask) -> [SQL]
    /// Whether the tables are those of the warehouse; else they are shown as if they were new.
    package var hasLooked: Bool
    /// What a reader has to know about them.
    package var note: String?

    package init(all: @escaping (PlannedTask) -> [SQL], hasLooked: Bool, note: String? = nil) {
        self.all = all
        self.hasLooked = hasLooked
        self.note = note
    }
}
