extension SourceText {
    /// Where a word of ASCII first stands, in UTF-8 offsets. Much faster than searching the bytes as a collection.
    package func firstRange(of word: StaticString, in range: Range<Int>? = nil) -> Range<Int>? {
        let range = range ?? utf8.indices
        let length = word.utf8CodeUnitCount
        guard range.count >= length, length > 0 else { return nil }
        return utf8.withUnsafeBufferPointer { bytes in
            let first = word.utf8Start[0]
            for start in range.lowerBound...range.upperBound - length where bytes[start] == first {
                var matched = 1
                while matched < length, bytes[start + matched] == word.utf8Start[matched] { matched += 1 }
                if matched == length { return start..<start + length }
            }
            return nil
        }
    }
}
