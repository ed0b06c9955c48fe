extension SyntheticProgram {
    /// Some lines of a table as they stand in its file, defects applied.
    func vectors(of plan: TablePlan, at index: Int, lines: Range<Int>, kept: KeptColumns) -> [Vector] {
        let frame = Frame(self, table: index, rows: plan.repeats.rows(onLines: lines), kept: kept)
        var vectors = plan.visible.map { frame.written($0) }
        for defect in plan.defects {
            guard let place = plan.visible.firstIndex(of: defect.column) else { continue }
            defect.apply(to: &vectors[place], of: frame)
        }
        return vectors
    }
}
