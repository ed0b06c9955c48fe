import Testing

@testable import Quality

struct PatternTests {
    @Test(arguments: [
        ("(a", "( 0"), ("a)", ") 1"), ("x[a-z", "[ 1"), ("(a)(b", "( 3"), ("[]", "[ 0"), ("[^]", "[ 0"),
        ("[[:alpha:]", "[ 0"),
    ])
    func `a bracket without its other half is found`(pattern: String, place: String) {
        #expect(loneBracket(in: pattern).map { "\($0.bracket) \($0.offset)" } == place)
    }

    @Test(arguments: ["", "(a|b)[c]", "[]]", "[^]]", "[(]", "\\(", "[\\]]", "[[:alpha:]]+", "^[^@]+@[^@]+$", "((a))"])
    func `brackets in pairs are fine, and so are literal ones`(pattern: String) {
        #expect(loneBracket(in: pattern) == nil)
    }
}
