import Reporting

/// Fixes of which no two touch the same place, the first found first.
func nonOverlapping(_ fixes: [Fix]) -> [Fix] {
    var taken: [String: [Range<Int>]] = [:]
    return fixes.filter { fix in
        guard !fix.edits.isEmpty, fix.edits.allSatisfy({ isUntouched($0.range, among: taken[$0.file, default: []]) })
        else {
            return false
        }
        for edit in fix.edits { insertSorted(edit.range, into: &taken[edit.file, default: []]) }
        return true
    }
}

/// Whether a range neither overlaps nor touches any of sorted ones: of two insertions at one place the order is unknown.
private func isUntouched(_ range: Range<Int>, among sorted: [Range<Int>]) -> Bool {
    let next = insertionIndex(of: range, in: sorted)
    if next > 0, sorted[next - 1].upperBound >= range.lowerBound { return false }
    return next == sorted.count || range.upperBound < sorted[next].lowerBound
}

private func insertSorted(_ range: Range<Int>, into sorted: inout [Range<Int>]) {
    sorted.insert(range, at: insertionIndex(of: range, in: sorted))
}

/// The first of sorted ranges that does not begin before this one.
private func insertionIndex(of range: Range<Int>, in sorted: [Range<Int>]) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
        let middle = (low + high) / 2
        if sorted[middle].lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low
}
