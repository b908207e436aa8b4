import Foundation
import Glibc

/// A server on this machine that says what a test wants, to one caller after another; no network is needed.
final class LoopbackServer: Sendable {
    /// What it does with a connection: the bytes of the request are given (its head, and the body that came with it).
    typealias Answer = @Sendable (_ request: String, _ connection: Int32) -> Void

    let port: UInt16
    private let listener: Int32

    /// - Parameter answer: called on the server's own thread.
    init(_ answer: @escaping Answer) {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                _ = bind(listener, address, length)
                _ = listen(listener, 8)
                _ = getsockname(listener, address, &length)
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { Self.serve(listener, answer) }
    }

    convenience init(saying text: String) { self.init { _, connection in Self.send(text, connection) } }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    var address: String { "http://127.0.0.1:\(port)" }

    private static func serve(_ listener: Int32, _ answer: @escaping Answer) {
        while true {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { break }
            answer(request(of: connection), connection)
            shutdown(connection, Int32(SHUT_WR))
            close(connection)
        }
        close(listener)
    }

    private static func request(of connection: Int32) -> String {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let text = String(decoding: bytes, as: UTF8.self)
            if let head = text.range(of: "\r\n\r\n"), text[head.upperBound...].utf8.count >= bodyLength(text) {
                return text
            }
            let count = recv(connection, &piece, piece.count, 0)
            guard count > 0 else { return text }
            bytes += piece[..<count]
        }
    }

    private static func bodyLength(_ text: String) -> Int {
        let line = text.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
        return line.flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) } ?? 0
    }

    /// Whether the other side still listens.
    @discardableResult static func send(_ text: String, _ connection: Int32) -> Bool {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// An answer with a body.
    static func message(_ body: String, status: String = "200 OK", type: String = "application/json") -> String {
        "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)"
    }
}
