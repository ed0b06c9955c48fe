import Reporting

/// One of the five fields of a cron line.
struct CronField {
    let name: Message
    private let range: ClosedRange<Int>
    /// Words for the numbers from the first of the range on.
    private let words: [String]

    static let all = [
        CronField(name: "minute", range: 0...59, words: []),
        CronField(name: "hour", range: 0...23, words: []),
        CronField(name: "day of the month", range: 1...31, words: []),
        CronField(
            name: "month", range: 1...12,
            words: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]),
        // Sunday is 0 and 7.
        CronField(name: "weekday", range: 0...7, words: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]),
    ]

    /// What is wrong with `*`, `5`, `1-5`, `*/15`, `mon-fri` or a list of such; nil where nothing is.
    func fault(in text: Substring) -> Message? {
        text.split(separator: ",", omittingEmptySubsequences: false).lazy.compactMap { itemFault($0) }.first
    }

    private func itemFault(_ item: Substring) -> Message? {
        let parts = item.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, Int(parts[1]).map({ $0 >= 1 }) != true {
            return "a step is a number of at least 1, not '\(parts[1])'"
        }
        if parts[0] == "*" { return nil }
        let ends = parts[0].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        let numbers = ends.map(fieldNumber)
        for (end, number) in zip(ends, numbers) {
            guard let number, range.contains(number) else {
                return "the \(name) is \(range.lowerBound) to \(range.upperBound), not '\(end)'"
            }
        }
        if let first = numbers[0], let last = numbers.last ?? nil, first > last {
            return "the range '\(parts[0])' runs backwards"
        }
        return nil
    }

    /// The numbers that a text without fault stands for.
    func values(of text: Substring) -> Set<Int> {
        var values: Set<Int> = []
        for item in text.split(separator: ",") {
            let parts = item.split(separator: "/", maxSplits: 1)
            let ends = parts[0].split(separator: "-", maxSplits: 1).compactMap(fieldNumber)
            let step = parts.count == 2 ? Int(parts[1]) ?? 1 : 1
            let first = ends.first ?? range.lowerBound
            // `5/15` goes on to the end, as `5-59/15` does.
            let last = ends.count == 2 ? ends[1] : ends.isEmpty || parts.count == 2 ? range.upperBound : first
            values.formUnion(stride(from: first, through: last, by: step))
        }
        return values
    }

    private func fieldNumber(_ text: Substring) -> Int? {
        if let index = words.firstIndex(of: text.lowercased()) { return range.lowerBound + index }
        return text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }
}
