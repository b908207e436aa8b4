import CLibPQ
import CampaignStorage

/// One connection to PostgreSQL; one thread at a time uses it.
final class PGConnection: @unchecked Sendable {
    let address: PGAddress
    private let handle: OpaquePointer
    /// The names of prepared statements by their SQL.
    private var statements: [String: String] = [:]
    /// What went wrong first since the last ``forgetFailure()``: whatever follows it in a transaction is refused.
    private(set) var failure: PGFailure?

    /// - Parameter settings: statements that are run first.
    init(_ address: PGAddress, settings: String) throws(StoreError) {
        self.address = address
        handle = try PGConnecting(address).connect()
        PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        try execute(settings)
    }

    deinit { PQfinish(handle) }

    var isLost: Bool { PQstatus(handle) == CONNECTION_BAD }
    var socket: Int32 { PQsocket(handle) }
    /// 150018 is 15.18.
    var serverVersion: Int { Int(PQserverVersion(handle)) }
    /// The name inside quotes, its own quotes doubled.
    static func quoted(_ name: String) -> String {
        "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    func forgetFailure() { failure = nil }

    /// Runs statements without parameters, one after the other.
    @discardableResult
    func execute(_ script: String) throws(StoreError) -> PGRows {
        try checked(PQexec(handle, script))
    }

    /// Runs a statement, which is prepared when it comes for the first time.
    @discardableResult
    func run(_ sql: String, _ parameters: [PGParameter] = []) throws(StoreError) -> PGRows {
        let name = try statement(sql, parameters)
        return try checked(send(name, parameters))
    }

    /// Takes what has arrived, and tells whether a notification was in it; `nil` when the connection is lost.
    func takeNotifications() -> Bool? {
        guard PQconsumeInput(handle) == 1 else { return nil }
        var isTold = false
        while let notification = PQnotifies(handle) {
            PQfreemem(notification)
            isTold = true
        }
        return isTold
    }

    // MARK: Statements

    private func statement(_ sql: String, _ parameters: [PGParameter]) throws(StoreError) -> String {
        if let known = statements[sql] { return known }
        let name = "s\(statements.count)"
        try checked(PQprepare(handle, name, sql, Int32(parameters.count), parameters.map(\.type)))
        statements[sql] = name
        return name
    }

    private func send(_ name: String, _ parameters: [PGParameter]) -> OpaquePointer? {
        var bytes: [UInt8] = []
        var ends: [Int] = []
        for parameter in parameters {
            parameter.write(to: &bytes)
            ends.append(bytes.count)
        }
        // A parameter without bytes still needs a place: none at all would be NULL.
        bytes.append(0)
        let starts = [0] + ends.dropLast()
        let lengths = zip(starts, ends).map { Int32($1 - $0) }
        let formats = [Int32](repeating: 1, count: parameters.count)
        return bytes.withUnsafeBufferPointer { buffer in
            let values = zip(starts, ends).map { start, _ in
                buffer.baseAddress.map { UnsafeRawPointer($0 + start).assumingMemoryBound(to: CChar.self) }
            }
            return PQexecPrepared(handle, name, Int32(parameters.count), values, lengths, formats, 0)
        }
    }

    @discardableResult
    private func checked(_ result: OpaquePointer?) throws(StoreError) -> PGRows {
        let status = PQresultStatus(result)
        if let result, [PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY].contains(status) {
            return PGRows(result)
        }
        let failure = PGFailure(result, on: handle)
        PQclear(result)
        self.failure = self.failure ?? failure
        throw .postgres(failure, address)
    }
}
