import Reporting
import Testing

@Suite struct JSONTextTests {
    @Test func `one line has no spaces and keeps the order of keys`() {
        let value = JSONText.object([
            ("z", .array([.integer(1), .double(0.5), .bool(true), .null])), ("a", .object([])), ("m", .array([])),
        ])
        #expect(value.text() == #"{"z":[1,0.5,true,null],"a":{},"m":[]}"#)
    }

    @Test func `indented text breaks after each member and leaves empty containers closed`() {
        let value = JSONText.object([("a", .array([.integer(1), .object([("b", .null)])])), ("c", .array([]))])
        #expect(
            value.text(indented: true) == """
                {
                  "a": [
                    1,
                    {
                      "b": null
                    }
                  ],
                  "c": []
                }
                """
        )
    }

    @Test func `quotes, backslashes and control characters are escaped, other scalars are not`() {
        #expect(
            JSONText.string("a\"\\\n\r\t\u{1}\u{1B}\u{7F}ção 日").text()
                == #""a\"\\\n\r\t\u0001\u001b\u007fção 日""#
        )
    }

    @Test func `numbers that JSON cannot say are null`() {
        #expect(JSONText.array([.double(.nan), .double(.infinity), .double(-0.0)]).text() == "[null,null,-0.0]")
    }
}
