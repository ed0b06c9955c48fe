import Configuration
import Reporting
import TestSupport
import Testing

/// What fixes make of a file: the bytes that change, and no others.
@Suite struct FixTests {
    /// The text after the fixes of one pass.
    private func fixed(_ text: String, path: String = "test.yaml") -> String {
        let source = SourceText(path: path, text: text)
        var found = Diagnostics()
        if let node = parseYAML(source, found: &found) {
            _ = RecordReader(scope: Example.scope).read(node, as: Example.root, found: &found)
        }
        var bytes = source.utf8
        let edits = found.items.compactMap(\.fix).flatMap(\.edits).sorted { $0.range.lowerBound > $1.range.lowerBound }
        for edit in edits { bytes.replaceSubrange(edit.range, with: edit.replacement.utf8) }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("csv:\n\tpath: a\n\theader: true\n", "csv:\n  path: a\n  header: true\n"),
        ("source:\n    csv: a\ncsv:\n\tpath: a\n", "source:\n    csv: a\ncsv:\n    path: a\n"),
        ("csv:\n \tpath: a\n", "csv:\n \tpath: a\n"),
    ])
    func `tabs become spaces where the depth is plain`(_ text: String, _ expected: String) {
        #expect(fixed(text) == expected)
    }

    @Test(arguments: [
        ("owner: {{ x }} # why\n", "owner: \"{{ x }}\" # why\n"),
        ("owner: {{ x }}/y\n", "owner: \"{{ x }}/y\"\n"),
        ("owner: {{ \"x\" }}\n", "owner: '{{ \"x\" }}'\n"),
        ("csv: {path: a/${project}.csv, header: true}\n", "csv: {path: \"a/${project}.csv\", header: true}\n"),
        ("csv: {path: a(b,c,d), header: true}\n", "csv: {path: \"a(b,c,d)\", header: true}\n"),
        ("csv:\nweight:\n    of: 1\n  path: b\n", "csv:\n  weight:\n    of: 1\n  path: b\n"),
        ("tags: [${project}, b]\n", "tags: [\"${project}\", b]\n"),
    ])
    func `templates are quoted as a whole`(_ text: String, _ expected: String) {
        #expect(fixed(text) == expected)
    }

    @Test(arguments: [
        ("meta: &a {x: 1} # kept\n", "meta: {x: 1} # kept\n"), ("meta: &a\n  x: 1\n", "meta:\n  x: 1\n"),
        ("meta:\n  404: x\n", "meta:\n  '404': x\n"), ("owner: no\n", "owner: 'no'\n"),
        ("\u{FEFF}owner: a\n", "owner: a\n"), ("owner: a\r\nname: b\n", "owner: a\nname: b\n"),
        ("owner: a\nname: b\r\n", "owner: a\nname: b\n"), ("owner: a\u{1A}\n", "owner: a\n"),
        ("owner: a\nowner: b # again\nname: c\n", "owner: a\nname: c\n"),
        ("meta: {a: 1, a: 2, b: 3}\n", "meta: {a: 1, b: 3}\n"), ("meta: {a: 1, a: 2}\n", "meta: {a: 1}\n"),
        (
            "meta:\n  x: &standard 1\n  y: *standrad\n  z: *standard\n",
            "meta:\n  x: &standard 1\n  y: *standard\n  z: *standard\n"
        ),
    ])
    func `flaws of YAML are put right, comments stay`(_ text: String, _ expected: String) {
        #expect(fixed(text) == expected)
    }

    @Test(arguments: [
        ("csv: a\nnam: b\n", "csv: a\nname: b\n"), ("mode: 'mrege'\n", "mode: 'merge'\n"), ("tags: a\n", "tags: [a]\n"),
        ("tags: 'a, b'\n", "tags: ['a, b']\n"), ("attempts: '5'\n", "attempts: 5\n"),
        ("attempts: 1e1\n", "attempts: 10\n"),
        ("strict: yes # sure\n", "strict: true # sure\n"), ("delay: 5 minutes\n", "delay: 5m\n"),
        ("memory: 10gb\n", "memory: 10GB\n"), ("owner: ${param.team}/x\n", "owner: ${params.team}/x\n"),
        ("name: my-table\n", "name: my_table\n"), ("attempts: 007\n", "attempts: 7\n"),
        ("output: uuidd\n", "output: uuid\n"), ("threads: atuo\n", "threads: auto\n"),
    ])
    func `what was meant is written`(_ text: String, _ expected: String) {
        #expect(fixed(text) == expected)
    }

    @Test(arguments: [
        ("csv:\n  path: a\nheader: true\n", "csv:\n  path: a\n  header: true\n"),
        ("csv:\nheader: true\n", "csv:\n  header: true\n"),
        ("csv:\n  path: a\n  owner: me\nname: b\n", "csv:\n  path: a\nowner: me\nname: b\n"),
        ("steps:\n  - csv:\n    path: a\n", "steps:\n  - csv:\n      path: a\n"),
    ])
    func `a slip of the indentation is undone`(_ text: String, _ expected: String) {
        #expect(fixed(text) == expected)
    }

    @Test(arguments: [
        "tags: *x\n", "owner: nul\\l\n", "csv: {path: a, owner: me}\n", "mode: ${params.team}\n", "delay: 10\n",
        "a: 1\nb: 2\n",
    ])
    func `nothing changes where nothing is certain`(_ text: String) {
        #expect(fixed(text) == text)
    }

    @Test func `a value merged in or before a merge is told apart`() {
        let text = MarkedText(
            """
            a: &a {x: 1, y: 1}
            b: &b {x: 2}
            c: {<<: *a, y: 3}
            d: {1️⃣y1️⃣: 4, <<: *a}
            e: {2️⃣<<2️⃣: [*a, *b]}
            f: {y: 1, <<: *a}

            """)
        var found = Diagnostics()
        _ = parseYAML(text.source, found: &found)
        expectDiagnostics(
            found, in: text,
            [
                .warning("1️⃣", "EST0007", "'y' holds, though '<<' comes after it with another value"),
                .warning("2️⃣", "EST0007", "'<<' brings 'x' twice, and the first holds"),
            ])
    }
}
