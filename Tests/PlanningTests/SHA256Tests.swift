import Testing

@testable import Planning

@Suite struct SHA256Tests {
    /// FIPS 180-4 examples, and the borders of padding against the system's `sha256sum`.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `hashes the standard's examples`(text: String, expected: String) {
        var hash = SHA256()
        hash.update(text.utf8)
        #expect(hash.finalized().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() == expected)
    }

    @Test func `parts do not run into each other`() {
        #expect(fingerprint(["ab", "c"]) != fingerprint(["a", "bc"]))
    }
}
