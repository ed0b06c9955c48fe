import Configuration
import Expressions
import Kinds
import Reporting
import TestSupport
import Testing

/// Parameters that are lists, wherever their values come from.
struct ListParameterTests {
    private func read(_ param: String, given: [String: String] = [:], profile: String = "") -> ProjectReading {
        let files = [
            SourceText(path: "esteira.yaml", text: "project: shop\nprofiles:\n  local:\n    lake: lake\n\(profile)"),
            SourceText(
                path: "pipelines/daily.yaml",
                text: """
                    pipeline: daily
                    params:
                      tables: \(param)
                    sources:
                      "${each.table}":
                        for_each: {table: "${params.tables}"}
                        csv: "include/${each.table}.csv"
                    """),
        ]
        return readProject(ProjectFiles(files), options: ReadingOptions(params: given, clock: ReadingClock(now: 0)))
    }

    private func names(_ reading: ProjectReading) -> [String] {
        (reading.project?.pipelines ?? []).flatMap(\.sources).map(\.name.string)
    }

    private func told(_ reading: ProjectReading) -> [String] {
        reading.found.items.filter { $0.severity == .error }.map { "\($0.span) \($0.message)" }
    }

    @Test func `a list comes from the default, the profile or the command line, and makes declarations`() {
        let param = "{type: list, default: [orders, payments]}"
        #expect(names(read(param)) == ["orders", "payments"])
        #expect(names(read(param, profile: "    params: {tables: [users]}")) == ["users"])
        for given in ["users,orders", " users , orders ", "[users, orders]"] {
            #expect(names(read(param, given: ["tables": given])) == ["users", "orders"])
        }
        #expect(names(read(param, given: ["tables": ""])) == [])
        #expect(names(read("{type: list, default: users}")) == ["users"])
        let value = read(param, given: ["tables": "a, b"]).project?.pipelines.first?.params.first?.value
        #expect(value == .list([.string("a"), .string("b")]))
        #expect(value?.text == "[a, b]")
    }

    @Test func `items are checked, and a list is no text`() {
        let choices = "{type: list, choices: [orders, users], default: [orders, user]}"
        #expect(
            told(read(choices)).first
                == "pipelines/daily.yaml:3:59 parameter 'tables' is '[orders, user]', which is not a list of orders, users"
        )
        #expect(
            told(read("{type: list, default: [a]}", given: ["tables": "a,,b"])).first
                == "pipelines/daily.yaml:3:3 parameter 'tables' is 'a,,b', which is not a list such as orders,payments")
        #expect(
            told(read("{type: list, default: [\"a,b\"]}")).first
                == "pipelines/daily.yaml:3:33 parameter 'tables' is '[a,b]', which is not a list such as orders,payments"
        )
        #expect(
            told(read("{type: int, default: [1]}")).first
                == "pipelines/daily.yaml:3:32 parameter 'tables' is '[1]', which is not a whole number")
    }
}
