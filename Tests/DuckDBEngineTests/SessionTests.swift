import Engines
import Expressions
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import DuckDBEngine

/// Statements, errors, binding and interrupts on one connection.
@Suite(.ownThreads) struct SessionTests {
    private let session: DuckDBSession

    init() throws { session = try TestDuckDB.session() }

    @Test func `execute runs each statement of a text and adds up their rows`() throws {
        let changed = try session.execute(
            "create table t (a int); insert into t values (1), (2), (3); update t set a = 0 where a > 1; select 1;"
        )
        #expect(changed == 5)
        #expect(
            try session.rows("select a, count(*) from t group by a order by a") == [
                [.integer(0), .integer(2)], [.integer(1), .integer(1)],
            ]
        )
    }

    @Test func `connections of one engine share its tables`() throws {
        let engine = try DuckDB(library: TestDuckDB.library.get())
        try engine.connect().execute("create table shared as select 5 as a")
        #expect(try engine.connect().rows("from shared") == [[.integer(5)]])
    }

    @Test func `binding tells names and types and runs nothing`() throws {
        try session.execute("create table t (id uuid, total decimal(12,2), tags varchar[], seen timestamptz, j json)")
        let type = try session.bind("select *, error('ran') as never, count(*) over () as n from t")
        #expect(
            type
                == RowType([
                    Column("id", .uuid), Column("total", .decimal(precision: 12, scale: 2)),
                    Column("tags", .list(.string)),
                    Column("seen", .timestamptz), Column("j", .json), Column("never", .int), Column("n", .bigint),
                ])
        )
    }

    @Test func `a misspelt column tells its place and the candidates`() throws {
        try session.execute("create table t (amount int)")
        let query: SQL = "select 1,\n  amuont from t"
        expectEngineError(
            EngineError(
                .bind,
                #"Binder Error: Referenced column "amuont" not found in FROM clause! (line 2, column 3)"#,
                hint: #"Candidate bindings: "amount""#,
                statement: query
            )
        ) { _ = try session.bind(query) }
    }

    @Test(
        arguments: [
            ("selec 1", .parse), ("", .parse), ("select * from missing", .bind), ("select 'x'::int", .conversion),
            ("insert into strict values (null)", .constraint), ("from read_parquet('/nowhere/x.parquet')", .io),
            ("select error('own words')", .conversion), ("select 1; select 2", .parse),
        ] as [(String, EngineError.Reason)]
    )
    func `an error has its reason`(text: String, reason: EngineError.Reason) throws {
        try session.execute("create table strict (a int not null)")
        let error = #expect(throws: EngineError.self) { _ = try session.rows(SQL(trusted: text)) }
        #expect(error?.reason == reason)
        #expect(error?.statement?.text == text)
    }

    @Test func `too little memory is an error, not a crash`() throws {
        let small = try TestDuckDB.session(DuckDBSettings(threads: 1, memoryLimit: "20MB"))
        let error = #expect(throws: EngineError.self) {
            _ = try small.rows("select list(i) from range(20000000) t(i)")
        }
        #expect(error?.reason == .outOfMemory)
        #expect(error?.hint == "raise 'memory' of the profile's engine, or lower its 'threads' or '--jobs'")
    }

    @Test func `what the machine refused has a way out`() throws {
        let error = #expect(throws: EngineError.self) {
            try session.execute("copy (select repeat('x', 100000)) to '/dev/full' (format csv)")
        }
        #expect(error?.message.contains("No space left on device") == true)
        #expect(error?.hint == "free some space where this file lies, or put it on a larger file system")
        #expect(error?.reason == .io)
    }

    @Test(arguments: [0, 3000])
    func `an interrupt from another thread ends a long query, also while it is prepared`(sums: Int) async throws {
        let session = session
        // Each pair has to be looked at, which takes hours: whoever waits until it runs cannot miss it. Many sums take
        // long to prepare.
        let columns = ["count(*)"] + (0..<sums).map { "sum(a.range + \($0))" }
        let query: SQL = """
            select \(SQL(trusted: columns.joined(separator: ", ")))
            from range(100000000) a, range(100000) b where hash(a.range, b.range) = 7
            """
        let work = Task {
            try await onOwnThread(cancel: { session.interrupt() }) { _ = try session.rows(query) }
        }
        try await onOwnThread {
            while !session.isRunning { sched_yield() }
            work.cancel()
        }
        let error = await #expect(throws: EngineError.self) { try await work.value }
        #expect(error?.reason == .interrupted)
        #expect(try session.rows("select 7") == [[.integer(7)]])
    }

    @Test func `an interrupt while idle ends the next statement alone`() throws {
        session.interrupt()
        expectEngineError(EngineError(.interrupted, "the statement was interrupted", statement: "select 6")) {
            _ = try session.rows("select 6")
        }
        #expect(try session.rows("select 7") == [[.integer(7)]])
    }

    @Test func `an interrupt ends a stream between batches`() throws {
        let session = session
        var batches = 0
        let error = #expect(throws: EngineError.self) {
            try session.stream("from range(100000000)") { _ in
                batches += 1
                session.interrupt()
            }
        }
        #expect(error?.reason == .interrupted)
        #expect(batches == 1)
    }

    @Test func `a second statement inside a stream is refused`() throws {
        let session = session
        expectEngineError(
            EngineError(.other, "the connection is busy with another statement", statement: "select 2")
        ) { try session.stream("select 1") { _ in _ = try session.rows("select 2") } }
    }

    @Test func `progress grows while a query runs and is unknown while idle`() async throws {
        let session = session
        #expect(session.progress() == nil)
        try session.execute("create table t as select range as i from range(2000000)")
        let isOver = Mutex(false)
        let work = Task {
            try await onOwnThread(cancel: { session.interrupt() }) {
                defer { isOver.withLock { $0 = true } }
                _ = try session.rows("select count(distinct md5(repeat(i::text, 200))) from t")
            }
        }
        // The query takes long, and is ended when enough is seen.
        let seen = try await onOwnThread {
            var seen: [Double] = []
            while seen.count < 3, !isOver.withLock(\.self) {
                if let progress = session.progress(), progress > seen.last ?? 0 { seen.append(progress) }
                sched_yield()
            }
            work.cancel()
            return seen
        }
        let error = await #expect(throws: EngineError.self) { try await work.value }
        #expect(error?.reason == .interrupted)
        #expect(seen.count == 3)
        #expect(seen.allSatisfy { (0...1).contains($0) })
    }
}
