import CLibPQ
import CampaignStorage
import Foundation

/// Brings a connection about: step by step, since only so libpq tells the SQLSTATE of a refusal.
struct PGConnecting {
    private let address: PGAddress
    /// How long a server may take to let us in.
    private static let patience: Duration = .seconds(10)

    init(_ address: PGAddress) { self.address = address }

    /// - Returns: a handle that the caller finishes.
    func connect() throws(StoreError) -> OpaquePointer {
        guard let handle = begin() else { throw .postgres(PGFailure(connecting: nil), connecting: address) }
        PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
        guard PQstatus(handle) != CONNECTION_BAD, finish(handle) else {
            let failure = PGFailure(connecting: handle)
            PQfinish(handle)
            throw .postgres(failure, connecting: address)
        }
        return handle
    }

    // What stands before `dbname` the address may say otherwise; what stands behind it holds.
    private func begin() -> OpaquePointer? {
        let settings = [
            ("fallback_application_name", "ringback"), ("tcp_user_timeout", "30000"), ("dbname", address.url),
            ("client_encoding", "UTF8"),
        ]
        let texts = settings.map { (strdup($0.0), strdup($0.1)) }
        defer {
            for (name, value) in texts {
                free(name)
                free(value)
            }
        }
        let names = texts.map { UnsafePointer($0.0) } + [nil]
        let values = texts.map { UnsafePointer($0.1) } + [nil]
        return PQconnectStartParams(names, values, 1)
    }

    private func finish(_ handle: OpaquePointer) -> Bool {
        let end = ContinuousClock.now + Self.patience
        var step = PGRES_POLLING_WRITING
        while true {
            switch step {
            case PGRES_POLLING_OK: return true
            case PGRES_POLLING_READING: guard PGSocket.wait(PQsocket(handle), POLLIN, until: end) else { return false }
            case PGRES_POLLING_WRITING: guard PGSocket.wait(PQsocket(handle), POLLOUT, until: end) else { return false }
            default: return false
            }
            step = PQconnectPoll(handle)
        }
    }
}

/// Waits for a socket.
enum PGSocket {
    /// - Returns: `false` when the moment came first.
    static func wait(_ socket: Int32, _ event: Int32, until end: ContinuousClock.Instant) -> Bool {
        var watched = pollfd(fd: socket, events: Int16(event), revents: 0)
        while true {
            let rest = max(.zero, end - ContinuousClock.now)
            let (seconds, attoseconds) = rest.components
            let milliseconds = min(seconds, 1_000_000) * 1000 + attoseconds / 1_000_000_000_000_000
            let found = poll(&watched, 1, Int32(milliseconds))
            if found > 0 { return true }
            if found == 0 && rest <= .milliseconds(1) || found < 0 && errno != EINTR { return false }
        }
    }
}
