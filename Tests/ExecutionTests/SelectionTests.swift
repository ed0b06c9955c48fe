import Testing

@testable import Execution

@Suite struct SelectionTests {
    /// generate → ingest → transform.sales (joins both) → load.sales; users has a load of its own.
    private func graph() throws -> TaskGraph {
        try TaskGraph([
            task("generate.orders", group: "generate"), task("generate.users", group: "generate"),
            task("ingest.orders", ["generate.orders"], group: "ingest"),
            task("ingest.users", ["generate.users"], group: "ingest"),
            task("transform.sales", ["ingest.orders", "ingest.users"], group: "transform", tags: ["nightly"]),
            task("load.sales", ["transform.sales"], group: "load", tags: ["nightly", "public"]),
            task("load.users", ["ingest.users"], group: "load"),
        ])
    }

    @Test(arguments: [
        (["ingest.orders"], ["ingest.orders"]),
        (["orders"], ["generate.orders", "ingest.orders"]),
        (["transform.sales+"], ["load.sales", "transform.sales"]),
        (["+load.users"], ["generate.users", "ingest.users", "load.users"]),
        (["1+load.sales"], ["load.sales", "transform.sales"]),
        (["generate.users+1"], ["generate.users", "ingest.users"]),
        (
            ["+transform.sales+"],
            [
                "generate.orders", "generate.users", "ingest.orders", "ingest.users", "load.sales", "transform.sales",
            ]
        ),
        (["1+transform.sales+1"], ["ingest.orders", "ingest.users", "load.sales", "transform.sales"]),
        (["group:load"], ["load.sales", "load.users"]),
        (["tag:nightly"], ["load.sales", "transform.sales"]),
        (["tag:p*"], ["load.sales"]),
        (["group:load,tag:nightly"], ["load.sales"]),
        (["+load.users,group:i*"], ["ingest.users"]),
        (["*.users"], ["generate.users", "ingest.users", "load.users"]),
        (["load.users generate.orders", "transform.sales"], ["generate.orders", "load.users", "transform.sales"]),
    ])
    func `selectors choose`(_ selectors: [String], _ expected: [TaskID]) throws {
        #expect(try Selection(selectors).tasks(in: graph()).sorted() == expected)
    }

    @Test func `no selector is everything, and exclusion takes away`() throws {
        let all = try Selection([]).tasks(in: graph())
        #expect(all.count == 7)
        #expect(
            try Selection([], excluding: ["sales+", "group:generate"]).tasks(in: graph()).sorted() == [
                "ingest.orders", "ingest.users", "load.users",
            ]
        )
    }

    @Test(arguments: [
        ("ingest.ordrs", "no task matches 'ingest.ordrs'; did you mean 'ingest.orders'?"),
        ("+ordesr", "no task matches 'ordesr'; did you mean 'orders'?"),
        ("group:laod", "no task matches 'group:laod'; did you mean 'group:load'?"),
        ("tag:weekly", "no task matches 'tag:weekly'"),
        ("x*y", "no task matches 'x*y'"),
    ])
    func `a selector that names nothing says what is near`(_ selector: String, _ message: String) throws {
        let graph = try graph()
        let error = #expect(throws: SelectionError.self) { try Selection([selector]).tasks(in: graph) }
        #expect(error?.description == message)
    }

    @Test(arguments: ["+", "++", "a+b", "x++y", "tag:", "colour:red", "sales,", "1+2+3+4", "+,a", "-1+a"])
    func `what cannot be read is refused`(_ selector: String) throws {
        let graph = try graph()
        #expect(throws: SelectionError.malformed(selector: selector)) { try Selection([selector]).tasks(in: graph) }
    }

    @Test func `order holds across tasks left out`() throws {
        let chosen = try graph().restricted(to: ["generate.orders", "generate.users", "load.sales"])
        #expect(chosen.map(\.id) == ["generate.orders", "generate.users", "load.sales"])
        #expect(chosen.map(\.dependsOn) == [[], [], ["generate.orders", "generate.users"]])
    }

    @Test func `graphs that cannot be scheduled are refused`() {
        #expect(throws: TaskGraphError.duplicate("a")) { try TaskGraph([task("a"), task("a")]) }
        #expect(throws: TaskGraphError.unknown("b", neededBy: "a")) { try TaskGraph([task("a", ["b"])]) }
        #expect(throws: TaskGraphError.cycle(["a", "b"])) {
            try TaskGraph([task("a", ["b"]), task("b", ["a"]), task("c")])
        }
    }
}
