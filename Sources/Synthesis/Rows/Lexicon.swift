/// A fixed list of texts that vectors refer to by place.
final class Lexicon: Sendable {
    /// Reading past the last text by as many bytes stays inside `bytes`, which lets short texts be copied by 16.
    static let slack = 16

    let bytes: [UInt8]
    /// One more than there are texts: text `i` is `bytes[starts[i]..<starts[i + 1]]`.
    let starts: [Int]
    let longest: Int
    let shortest: Int
    /// Which of the 256 bytes occur anywhere.
    let alphabet: Set<UInt8>

    convenience init(_ texts: [String]) {
        var bytes: [UInt8] = []
        var starts = [0]
        for text in texts {
            bytes.append(contentsOf: text.utf8)
            starts.append(bytes.count)
        }
        self.init(bytes, starts: starts)
    }

    convenience init(_ texts: Texts) { self.init(texts.bytes, starts: [0] + texts.ends) }

    private init(_ bytes: [UInt8], starts: [Int]) {
        var occurs = Array(repeating: false, count: 256)
        for byte in bytes { occurs[Int(byte)] = true }
        alphabet = Set((0...255).filter { occurs[Int($0)] })
        let lengths = zip(starts, starts.dropFirst()).map { $1 - $0 }
        longest = lengths.reduce(0, max)
        shortest = lengths.reduce(longest, min)
        self.starts = starts
        self.bytes = bytes + Array(repeating: 0, count: Self.slack)
    }

    var count: Int { starts.count - 1 }

    subscript(index: Int) -> ArraySlice<UInt8> { bytes[starts[index]..<starts[index + 1]] }

    func text(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }
}
