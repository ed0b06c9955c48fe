import Engines
import Testing

@testable import Warehouse

struct PostgresURLTests {
    @Test(arguments: [
        ("postgres://ana:s3cr3t@db.example:6432/dwh?sslmode=require", "postgresql://ana@db.example:6432/dwh"),
        ("postgresql://db.example/dwh", "postgresql://db.example/dwh"),
        ("host=/tmp/x user=ana password='s3cr3t x' dbname=dwh", "postgresql://ana@/tmp/x/dwh"),
    ])
    func `reads URLs and keywords, and never shows the password`(text: String, shown: String) throws {
        let url = try PostgresURL(text)
        #expect("\(url)" == shown)
        #expect(String(reflecting: url) == shown)
        var dumped = ""
        dump(url, to: &dumped)
        #expect(!dumped.contains("s3cr3t"))
    }

    @Test(arguments: ["postgres://ana:s3cr3t%zz@host/db", "s3cr3t", "host=a s3cr3t=b", "postgres://a:s3cr3t\0@h/d"])
    func `does not quote what it cannot read`(text: String) throws {
        let error = try engineError { _ = try PostgresURL(text) }
        #expect(
            error
                == EngineError(
                    .connection,
                    "the PostgreSQL connection text cannot be read",
                    hint:
                        "write it as postgresql://user:password@host:5432/database, special characters percent-encoded"
                )
        )
    }

    @Test func `adds its name and a limit on waiting unless the text has them`() throws {
        let plain = try PostgresURL("postgres://h/d").connectionOptions
        #expect(
            plain.map { "\($0.keyword)=\($0.value)" } == [
                "connect_timeout=10", "keepalives_idle=30", "keepalives_interval=10", "keepalives_count=3",
                "tcp_user_timeout=60000", "application_name=esteira", "dbname=d", "host=h", "client_encoding=UTF8",
            ]
        )
        let chosen = try PostgresURL(
            "postgres://h/d?connect_timeout=3&keepalives_idle=7&application_name=x&client_encoding=latin1")
        #expect(
            chosen.connectionOptions.map { "\($0.keyword)=\($0.value)" } == [
                "keepalives_interval=10", "keepalives_count=3", "tcp_user_timeout=60000", "connect_timeout=3",
                "dbname=d",
                "host=h", "application_name=x", "keepalives_idle=7", "client_encoding=UTF8",
            ]
        )
        #expect(
            chosen.serverSettings.map { "\($0.name)=\($0.value)" } == [
                "tcp_keepalives_interval=10", "tcp_keepalives_count=3", "tcp_user_timeout=60000",
                "tcp_keepalives_idle=7",
            ]
        )
    }
}
