/// The candidate a person most likely meant, for "did you mean"; nil where none is near enough.
///
/// Near is at most a third of the name's characters changed, inserted, dropped or swapped with their neighbour,
/// letter case apart. Of equally near candidates the one that begins more like it, then
/// the alphabetically first.
package func closestName(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased())
    guard !wanted.isEmpty, wanted.count <= 128 else { return nil }
    var best: (distance: Int, unshared: Int, name: String)?
    for candidate in candidates where candidate != name {
        let letters = Array(candidate.lowercased())
        let limit = max(1, max(wanted.count, letters.count) / 3)
        guard abs(letters.count - wanted.count) <= limit else { continue }
        let distance = editDistance(wanted, letters)
        guard distance <= limit, distance < max(wanted.count, letters.count) else { continue }
        let shared = zip(wanted, letters).prefix { $0 == $1 }.count
        let found = (distance: distance, unshared: -shared, name: candidate)
        if best.map({ found < $0 }) ?? true { best = found }
    }
    return best?.name
}

/// `; did you mean 'orders'?`, for the end of a message; nothing where no name was near enough.
package func didYouMean(_ closest: String?) -> Message {
    guard let closest else { return "" }
    return "; did you mean '\(closest)'?"
}

/// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. `a` is not empty. O(a·b).
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
        var row = [i]
        row.reserveCapacity(b.count + 1)
        for j in 0..<b.count {
            var distance = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i - 1] == b[j] ? 0 : 1))
            if i > 1, j > 0, a[i - 1] == b[j - 1], a[i - 2] == b[j] { distance = min(distance, beforeLast[j - 1] + 1) }
            row.append(distance)
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count]
}
