extension Plan {
    /// Time, bytes, memory and network of the tasks that run, from earlier runs; nil where these know nothing of one of them.
    func estimates(_ tasks: [PlanDocument.Task]) -> PlanDocument.Estimates? {
        let running = tasks.filter(\.runs)
        let medians = running.map { task in median(durations[task.id, default: []]) }
        guard !medians.contains(nil), let runs = running.compactMap({ durations[$0.id]?.count }).min() else {
            return nil
        }
        let times = Dictionary(uniqueKeysWithValues: zip(running.map(\.id), medians.compactMap(\.self)))
        let bytes = running.map(\.bytes).filter { $0.value != nil }.reduce(.exact(0), +)
        let sent = running.compactMap { $0.resources?.network }
        return .init(
            milliseconds: .estimate(
                duration(running, times, width: 4),
                by: runs == 1
                    ? "the last run, four tasks at a time" : "medians of the last \(runs) runs, four tasks at a time"),
            bytes: bytes, memory: typical(\.memory), spill: typical(\.spill),
            network: sent.isEmpty ? nil : sent.reduce(.exact(0), +))
    }

    /// The median of earlier runs; nil where none has measured.
    private func typical(_ bytes: (EarlierUsage) -> Int) -> PlanDocument.Quantity? {
        let words = usages.count == 1 ? "the last run" : "median of the last \(usages.count) runs"
        return median(usages.map(bytes)).map { .estimate($0, by: words) }
    }

    /// Milliseconds until the last task ends where `width` run at a time, each as soon as it may.
    private func duration(_ tasks: [PlanDocument.Task], _ typical: [String: Int], width: Int) -> Int {
        var ends: [String: Int] = [:]
        var free = Array(repeating: 0, count: width)
        for task in tasks {
            let ready = task.dependsOn.reduce(0) { max($0, ends[$1, default: 0]) }
            guard let slot = free.indices.min(by: { free[$0] < free[$1] }) else { continue }
            free[slot] = max(free[slot], ready) + typical[task.id, default: 0]
            ends[task.id] = free[slot]
        }
        return free.reduce(0, max)
    }

    private func median(_ values: [Int]) -> Int? {
        values.isEmpty ? nil : values.sorted()[values.count / 2]
    }
}
