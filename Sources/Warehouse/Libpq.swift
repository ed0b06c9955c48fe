import CPostgres
import Engines
import Foundation

/// PostgreSQL's client library, loaded when a connection is first asked for.
///
/// It brings some twenty libraries of its own, a third of the time in which the program starts: linting and planning
/// offline need none of them, and work where it is not installed.
struct Libpq: Sendable {
    typealias Connection = OpaquePointer
    typealias Answer = OpaquePointer

    // Connecting.
    let parseOptions:
        @convention(c) (UnsafePointer<CChar>?, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) ->
            UnsafeMutablePointer<PQconninfoOption>?
    let freeOptions: @convention(c) (UnsafeMutablePointer<PQconninfoOption>?) -> Void
    let connect:
        @convention(c) (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<UnsafePointer<CChar>?>?, Int32) ->
            Connection?
    let finish: @convention(c) (Connection?) -> Void
    let status: @convention(c) (Connection?) -> ConnStatusType
    let errorMessage: @convention(c) (Connection?) -> UnsafeMutablePointer<CChar>?
    let serverVersion: @convention(c) (Connection?) -> Int32
    let socket: @convention(c) (Connection?) -> Int32
    let usesTLS: @convention(c) (Connection?) -> Int32
    let setNoticeProcessor:
        @convention(c) (Connection?, PQnoticeProcessor?, UnsafeMutableRawPointer?) -> PQnoticeProcessor?
    let getCancel: @convention(c) (Connection?) -> OpaquePointer?
    let freeCancel: @convention(c) (OpaquePointer?) -> Void
    let cancel: @convention(c) (OpaquePointer?, UnsafeMutablePointer<CChar>?, Int32) -> Int32

    // Statements.
    let execute: @convention(c) (Connection?, UnsafePointer<CChar>?) -> Answer?
    let executeWithParameters:
        @convention(c) (
            Connection?, UnsafePointer<CChar>?, Int32, UnsafePointer<Oid>?, UnsafePointer<UnsafePointer<CChar>?>?,
            UnsafePointer<Int32>?, UnsafePointer<Int32>?, Int32
        ) -> Answer?
    let nextAnswer: @convention(c) (Connection?) -> Answer?
    let putCopyData: @convention(c) (Connection?, UnsafePointer<CChar>?, Int32) -> Int32
    let endCopy: @convention(c) (Connection?, UnsafePointer<CChar>?) -> Int32

    // Answers.
    let clear: @convention(c) (Answer?) -> Void
    let answerStatus: @convention(c) (Answer?) -> ExecStatusType
    let errorField: @convention(c) (Answer?, Int32) -> UnsafeMutablePointer<CChar>?
    let commandTag: @convention(c) (Answer?) -> UnsafeMutablePointer<CChar>?
    let changedRows: @convention(c) (Answer?) -> UnsafeMutablePointer<CChar>?
    let rowCount: @convention(c) (Answer?) -> Int32
    let columnCount: @convention(c) (Answer?) -> Int32
    let isNull: @convention(c) (Answer?, Int32, Int32) -> Int32
    let length: @convention(c) (Answer?, Int32, Int32) -> Int32
    let value: @convention(c) (Answer?, Int32, Int32) -> UnsafeMutablePointer<CChar>?

    private init() throws(EngineError) {
        let library = try LoadedLibrary(anyOf: ["libpq.so.5", "libpq.5.dylib"])
        parseOptions = try library.function("PQconninfoParse")
        freeOptions = try library.function("PQconninfoFree")
        connect = try library.function("PQconnectdbParams")
        finish = try library.function("PQfinish")
        status = try library.function("PQstatus")
        errorMessage = try library.function("PQerrorMessage")
        serverVersion = try library.function("PQserverVersion")
        socket = try library.function("PQsocket")
        usesTLS = try library.function("PQsslInUse")
        setNoticeProcessor = try library.function("PQsetNoticeProcessor")
        getCancel = try library.function("PQgetCancel")
        freeCancel = try library.function("PQfreeCancel")
        cancel = try library.function("PQcancel")
        execute = try library.function("PQexec")
        executeWithParameters = try library.function("PQexecParams")
        nextAnswer = try library.function("PQgetResult")
        putCopyData = try library.function("PQputCopyData")
        endCopy = try library.function("PQputCopyEnd")
        clear = try library.function("PQclear")
        answerStatus = try library.function("PQresultStatus")
        errorField = try library.function("PQresultErrorField")
        commandTag = try library.function("PQcmdStatus")
        changedRows = try library.function("PQcmdTuples")
        rowCount = try library.function("PQntuples")
        columnCount = try library.function("PQnfields")
        isNull = try library.function("PQgetisnull")
        length = try library.function("PQgetlength")
        value = try library.function("PQgetvalue")
    }

    /// The library of this process; throws where it is not installed.
    static var shared: Libpq {
        get throws(EngineError) { try loaded.get() }
    }

    private static let loaded = Result { () throws(EngineError) in try Libpq() }
}

/// A shared library that stays open until the process ends.
private struct LoadedLibrary {
    private let handle: UnsafeMutableRawPointer
    private let name: String

    /// - Parameter names: what the systems call it; the first that loads.
    init(anyOf names: [String]) throws(EngineError) {
        for name in names {
            guard let handle = dlopen(name, RTLD_LAZY | RTLD_LOCAL) else { continue }
            self.handle = handle
            self.name = name
            return
        }
        throw EngineError(
            .unavailable, "PostgreSQL's client library '\(names[0])' cannot be loaded",
            hint: "install it: apt-get install libpq5")
    }

    /// - Parameter Function: must be the C function's own type; the caller has it from the header.
    func function<Function>(_ symbol: String) throws(EngineError) -> Function {
        guard let address = dlsym(handle, symbol) else {
            throw EngineError(
                .unavailable, "'\(name)' has no function '\(symbol)'", hint: "install libpq of PostgreSQL 14 or later")
        }
        return unsafeBitCast(address, to: Function.self)
    }
}
