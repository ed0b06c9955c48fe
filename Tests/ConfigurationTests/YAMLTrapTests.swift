import Testing

@testable import Configuration

struct YAMLTrapTests {
    @Test(arguments: ["yes", "No", "ON", "off", "True", "false"])
    func `words that YAML 1.1 took for booleans`(text: String) { #expect(YAMLTrap(text) == .boolean) }

    @Test(arguments: ["012", "-07", "+00"])
    func `numbers that some readers take for octal`(text: String) { #expect(YAMLTrap(text) == .octal) }

    @Test(arguments: ["1e3", "1.5E-3", "-2.e+4", "0x1F", "0o17"])
    func `numbers in other spellings`(text: String) { #expect(YAMLTrap(text) == .number) }

    @Test(arguments: ["12:30", "1:59:00"])
    func `times that some readers take for numbers`(text: String) { #expect(YAMLTrap(text) == .sexagesimal) }

    @Test(arguments: [
        "", "yess", "1", "10", "0", "1.5", "e3", "1e", "1e+", ".e3", "0x", "0xg", "12:3", "12:60", ":30", "2025-01-01",
        "-", "a1",
    ])
    func `the rest is what it looks like`(text: String) { #expect(YAMLTrap(text) == nil) }
}
