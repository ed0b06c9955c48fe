/// What a run took of its machine at the most.
package struct RunUsage: Sendable, Hashable {
    /// Bytes of memory, of the whole process.
    package var memory: Int
    /// Bytes that engines wrote to disk because they did not fit into memory.
    package var spill: Int

    package init(memory: Int, spill: Int) {
        self.memory = memory
        self.spill = spill
    }
}
