import Configuration
import Expressions
import Reporting
import TestSupport
import Testing

@Suite struct InterpolationTests {
    @Test(arguments: [
        ("owner: x-${params.team}-y", "x-data-y"), ("owner: ${env.THREADS}", "4"),
        ("owner: ${env.NONE:-fall back}", "fall back"),
        ("owner: ${env.EMPTY:-x}", "x"), ("owner: ${params.none:-x}", "x"), ("owner: $${x} $1 $$ $", "${x} $1 $ $"),
        ("owner: ${params.date}", "2024-10-04"),
        ("owner: ${params.date:%Y/%m/%d %j %y %b %%}", "2024/10/04 278 24 Oct %"),
        ("owner: ${params.at:%H:%M:%S}", "00:00:05"), ("owner: ${project}", "shop"),
        ("owner: '${params.attempts}'", "7"),
    ])
    func `texts are filled`(yaml: String, text: String) {
        let (record, found) = Example.read(yaml)
        #expect(found.sorted == [])
        #expect(record?.text("owner")?.string == text)
    }

    @Test func `a whole scalar keeps its type`() {
        let (record, found) = Example.read(
            "attempts: ${params.attempts}\nthreads: \"${env.THREADS}\"\ntags: ${params.tags}\nfactor: ${env.F:-1.5}\n"
        )
        #expect(found.sorted == [])
        #expect(record?.integer("attempts")?.value == 7)
        #expect(record?.integer("threads")?.value == 4)
        #expect(record?.texts("tags").map(\.string) == ["a", "b"])
        #expect(record?.number("factor")?.value == 1.5)
    }

    @Test func `what is wrong with a variable`() {
        let text = MarkedText(
            """
            owner: 1️⃣${params.teem}1️⃣ 2️⃣${date}2️⃣
            project: 3️⃣${run.id}3️⃣
            name: 4️⃣${env.NONE}4️⃣
            path: ${table}/5️⃣${secret.NONE}5️⃣
            attempts: 6️⃣${params.team}6️⃣
            filter: a = 7️⃣${7️⃣params.team
            mode: 8️⃣${params.date:%Q}8️⃣
            delay: 9️⃣${params.team:%Y}9️⃣
            """
        )
        let (_, found) = Example.read(text.text)
        let known =
            "known here: params.at, params.attempts, params.date, params.none, params.tags, params.team, project, env.*, secret.*"
        expectDiagnostics(
            found,
            in: text,
            [
                .error("1️⃣", "EST1018", "no variable 'params.teem'", help: "did you mean 'params.team'? \(known)"),
                .error("2️⃣", "EST1018", "no variable 'date'", help: "did you mean 'params.date'? \(known)"),
                .error("3️⃣", "EST1018", "'run.id' is known only while a run goes on"),
                .error(
                    "4️⃣",
                    "EST8003",
                    "environment variable 'NONE' is not set",
                    help: "set it in .env or export it, or give a default: ${env.NONE:-value}"
                ),
                .error("5️⃣", "EST8003", "secret 'NONE' is not set", help: "set it in .env or export it"),
                .error("6️⃣", "EST1019", "'attempts' must be a whole number, and 'params.team' is text"),
                .error("7️⃣", "EST1022", "'${' is never closed", help: "close it with '}', or write '$$' for a '$'"),
                .error("8️⃣", "EST1017", "'%Q' is not a part of a date"),
                .error("9️⃣", "EST1019", "'params.team' is text, and only dates and timestamps have a format"),
            ]
        )
    }

    @Test func `an unread part is left alone`() {
        let (record, found) = Example.read("meta: ${nobody.knows}\n")
        #expect(found.sorted == [])
        #expect(record?.item("meta")?.asNode?.scalar?.text == "${nobody.knows}")
    }

    @Test func `parts of a filled text have their places`() throws {
        let (record, _) = Example.read("filter: a > ${params.attempts} and bad\n")
        let text = try #require(record?.text("filter"))
        #expect(text.string == "a > 7 and bad")
        #expect(text.span(of: 0..<1).range == "1:9–1:10")
        #expect(text.span(of: 4..<5).range == "1:13–1:31")
        #expect(text.span(of: 10..<13).range == "1:36–1:39")
    }

    @Test func `holes are filled later, an escaped one never`() throws {
        let (record, _) = Example.read("path: $${table}/${table}/${params.team}/${table}\n")
        let text = try #require(record?.text("path"))
        #expect(text.string == "${table}/${table}/data/${table}")
        #expect(text.filling(["table": "orders"]).string == "${table}/orders/data/orders")
        #expect(text.filling([:]).filling(["table": "x"]).string == "${table}/x/data/x")
    }

    @Test func `linting without the environment`() {
        let (record, found) = Example.read(
            "owner: ${env.NONE}\nattempts: ${env.NONE}\n",
            scope: Scope(requiresEnvironment: false, environment: [:])
        )
        #expect(found.sorted == [])
        #expect(record?.text("owner")?.string == "${env.NONE}")
        #expect(record?.has("attempts") == true && record?.integer("attempts") == nil && record?.isComplete == false)
    }

    @Test func `names used in a tree`() throws {
        var found = Diagnostics()
        let source = SourceText(path: "test.yaml", text: "a: [\"${params.x}\", {b: \"${env.Y:-z} $${no}\"}]\n")
        let node = try #require(parseYAML(source, found: &found))
        #expect(interpolatedNames(in: node) == ["params.x", "env.Y"])
    }

    @Test(arguments: [
        "owner: SECRET", "attempts: SECRET", "attempts: x SECRET", "strict: SECRET", "delay: SECRET", "memory: SECRET",
        "rate: SECRET",
        "mode: SECRET", "name: SECRET-", "threads: SECRET", "tags: SECRET", "tags: [SECRET]", "output: SECRET",
        "csv: {path: SECRET, header: SECRET}",
        "columns: {a: SECRET}", "columns: SECRET", "factor: SECRET", "steps: [SECRET]", "source: SECRET",
        "owner: ${params.team:SECRET}", "key: 'SECRET", "filter: SECRET",
    ])
    func `secrets are never printed`(yaml: String) {
        for name in ["${secret.TEAM}", "${env.PGPASSWORD}", "${env.URL}"] {
            let (record, found) = Example.read(
                yaml.replacing("SECRET", with: "\"\(name)\"").replacing("\"\"", with: "\"")
            )
            let (plain, alsoFound) = Example.read(yaml.replacing("SECRET", with: name))
            for text in [found, alsoFound].flatMap(\.sorted).map(\.line) { #expect(!text.contains("hunter2")) }
            for printed in [record, plain] {
                var dumped = ""
                dump(printed, to: &dumped)
                #expect(!dumped.contains("hunter2"))
                #expect(!"\(printed as Any)".contains("hunter2"))
            }
        }
        #expect(!"\(Example.scope["env.PGPASSWORD"] as Any)".contains("hunter2"))
    }

    @Test(arguments: [
        ("PASSWORD", "x", true), ("DB_PASS", "x", true), ("API_TOKEN", "x", true), ("AWS_SECRET_ACCESS_KEY", "x", true),
        ("PG_URL", "postgres://u:p@h/d", true), ("PG_URL", "postgres://h/d", false),
        ("DATABASE_URL", "postgres://h/d", true),
        ("KEYBOARD", "x", false), ("PATH", "/bin", false), ("MONKEY", "x", false), ("MYPASSWORD", "x", true),
    ])
    func `what looks secret`(variable: String, value: String, isSecret: Bool) {
        #expect(looksSecret(variable: variable, value: value) == isSecret)
    }
}
