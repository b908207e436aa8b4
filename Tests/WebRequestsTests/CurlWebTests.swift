import Foundation
import Glibc
import Synchronization
import Testing

@testable import WebRequests

/// libcurl and a server on this machine.
@Suite struct CurlWebTests {
    private let web = CurlWeb(asksInside: true)

    private func failure(_ request: WebRequest, _ web: CurlWeb? = nil) -> WebFailure? {
        do throws(WebFailure) {
            _ = try (web ?? self.web).answer(request)
            return nil
        } catch { return error }
    }

    @Test func anAnswerIsStatusHeadersAndBody() throws {
        let server = LoopbackServer(saying: LoopbackServer.message(#"{"a": 1}"#, status: "404 Not Found"))
        let answer = try web.answer(WebRequest("GET", server.address + "/x?a=b"))
        #expect(answer.status == 404 && !answer.isGood)
        #expect(answer.header("content-type") == "application/json")
        #expect(String(decoding: answer.body, as: UTF8.self) == #"{"a": 1}"#)
    }

    @Test(arguments: ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
    func methodHeadersAndBodyArrive(_ method: String) throws {
        let heard = Mutex("")
        let server = LoopbackServer { request, connection in
            heard.withLock { $0 = request }
            LoopbackServer.send(LoopbackServer.message("ok"), connection)
        }
        let request = WebRequest(
            method, server.address + "/p",
            headers: [WebHeader("X-Token", "abc"), WebHeader("Content-Type", "text/plain")],
            body: Array("hey\0you".utf8))
        #expect(try web.answer(request).status == 200)
        let lines = heard.withLock { $0 }.components(separatedBy: "\r\n")
        #expect(lines.first == "\(method) /p HTTP/1.1")
        #expect(lines.contains("X-Token: abc") && lines.contains("Content-Type: text/plain"))
        #expect(lines.last == "hey\0you")
        #expect(!lines.contains { $0.hasPrefix("Expect") || $0.hasPrefix("Cookie") })
    }

    @Test func aPostWithoutBody() throws {
        let server = LoopbackServer { request, connection in
            LoopbackServer.send(LoopbackServer.message(request.hasPrefix("POST") ? "yes" : "no"), connection)
        }
        #expect(String(decoding: try web.answer(WebRequest("POST", server.address)).body, as: UTF8.self) == "yes")
    }

    @Test func ofHeadOnlyTheHeadComes() throws {
        let server = LoopbackServer(saying: LoopbackServer.message("unseen"))
        let answer = try web.answer(WebRequest("HEAD", server.address))
        #expect(answer.status == 200 && answer.body.isEmpty)
    }

    // MARK: Trouble

    @Test func aSlowServerIsGivenUp() {
        let server = LoopbackServer { _, connection in
            // Says nothing until the caller has gone.
            var byte: UInt8 = 0
            while recv(connection, &byte, 1, 0) > 0 {}
        }
        #expect(failure(WebRequest("GET", server.address, timeout: 100)) == .tooSlow(milliseconds: 100))
    }

    @Test func aServerThatStopsIsGivenUpToo() {
        let server = LoopbackServer { _, connection in
            LoopbackServer.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx", connection)
            var byte: UInt8 = 0
            while recv(connection, &byte, 1, 0) > 0 {}
        }
        #expect(failure(WebRequest("GET", server.address, timeout: 100)) == .tooSlow(milliseconds: 100))
    }

    @Test func aDeadPort() {
        var server: LoopbackServer? = LoopbackServer(saying: "")
        let port = server?.port ?? 0
        server = nil
        let found = failure(WebRequest("GET", "http://127.0.0.1:\(port)/", timeout: 2000))
        // The port is closed a moment after the server has gone.
        #expect(
            [.noConnection("127.0.0.1:\(port)"), .other("Server returned nothing (no headers, no data)")].contains(
                found))
    }

    @Test func anAnswerOf100MegabytesIsCut() {
        let sent = Mutex(0)
        let server = LoopbackServer { _, connection in
            LoopbackServer.send("HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n", connection)
            let piece = String(repeating: "x", count: 1 << 20)
            for _ in 0..<100 where LoopbackServer.send(piece, connection) { sent.withLock { $0 += 1 } }
        }
        #expect(failure(WebRequest("GET", server.address)) == .tooLarge(bytes: 10 << 20))
        #expect(sent.withLock { $0 } < 30)
    }

    @Test func headersWithoutEndAreCut() {
        let server = LoopbackServer { _, connection in
            LoopbackServer.send("HTTP/1.1 200 OK\r\n", connection)
            for number in 0..<100_000 {
                guard LoopbackServer.send("X-\(number): \(String(repeating: "y", count: 1000))\r\n", connection) else {
                    return
                }
            }
        }
        #expect(failure(WebRequest("GET", server.address)) != nil)
    }

    @Test func nonsenseIsNoAnswer() {
        let server = LoopbackServer(saying: "hello, I am no HTTP\r\n\r\n")
        #expect(failure(WebRequest("GET", server.address)) != nil)
    }

    // MARK: Redirects and addresses

    @Test func fiveRedirectsAreFollowed() throws {
        let count = Mutex(0)
        let server = LoopbackServer { _, connection in
            let number = count.withLock { count in
                count += 1
                return count
            }
            LoopbackServer.send(
                number <= 5
                    ? "HTTP/1.1 302 Found\r\nLocation: /next\r\nX-Old: 1\r\nContent-Length: 3\r\nConnection: close\r\n\r\nold"
                    : LoopbackServer.message("there"),
                connection)
        }
        let answer = try web.answer(WebRequest("GET", server.address))
        #expect(String(decoding: answer.body, as: UTF8.self) == "there")
        #expect(answer.header("X-Old") == nil)
        #expect(count.withLock { $0 } == 6)
        let endless = LoopbackServer(
            saying: "HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        #expect(failure(WebRequest("GET", endless.address)) == .tooManyRedirects(5))
    }

    @Test func aRedirectLeadsOnlyToTheWeb() {
        let server = LoopbackServer(
            saying:
                "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        #expect(failure(WebRequest("GET", server.address)) == .badAddress("file:///etc/passwd"))
    }

    @Test(arguments: [
        "http://127.0.0.1:1/", "http://localhost:1/", "http://[::1]:1/", "http://169.254.169.254/latest", "http://0/",
        "http://2130706433/", "http://0x7f.1/", "http://[::ffff:10.0.0.1]/", "http://192.168.0.1/",
    ])
    func innerAddressesAreRefusedBeforeAnySocketIsOpened(_ address: String) {
        let found = failure(WebRequest("GET", address, timeout: 1000), CurlWeb())
        guard case .privateAddress? = found else { return #expect(Bool(false), "\(address): \(found as Any)") }
    }

    @Test func aRedirectToAnInnerAddressIsRefused() {
        let web = CurlWeb(asksInside: false) { $0 == [127, 0, 0, 2] }
        let asked = Mutex(0)
        let inner = LoopbackServer { _, connection in
            asked.withLock { $0 += 1 }
            LoopbackServer.send(LoopbackServer.message("secret"), connection)
        }
        let server = LoopbackServer(
            saying:
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.2:\(inner.port)/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        )
        #expect(failure(WebRequest("GET", server.address), web) == .privateAddress("127.0.0.2:\(inner.port)"))
        #expect(asked.withLock { $0 } == 0)
    }

    @Test func aNameThatIsNone() {
        #expect(failure(WebRequest("GET", "http://[::1/", timeout: 1000)) == .badAddress("http://[::1/"))
        for address in [
            "", "ftp://a.b/", "file:///etc/passwd", "//a.b", "a.b", "http://a b/", "http://a\r\nb/",
            "gopher://127.0.0.1/",
        ] {
            #expect(failure(WebRequest("GET", address)) == .badAddress(address))
        }
    }

    @Test func headersCannotSmuggleOthers() {
        for header in [
            WebHeader("A", "b\r\nHost: c"), WebHeader("A\r\nB", "c"), WebHeader("", "x"), WebHeader("A: b", "c"),
            WebHeader("A", "\0"),
        ] {
            #expect(failure(WebRequest("GET", "http://a.b/", headers: [header])) == .badHeader(header.name))
        }
        #expect(failure(WebRequest("CONNECT", "http://a.b/")) == .badMethod("CONNECT"))
        #expect(failure(WebRequest("GET / HTTP/1.1\r\nX:", "http://a.b/")) == .badMethod("GET / HTTP/1.1\r\nX:"))
    }

    @Test func everyFailureHasWordsForAuthors() {
        for failure in [
            WebFailure.badAddress("x"), .badHeader("x"), .badMethod("x"), .privateAddress("x"), .unknownHost("x"),
            .noConnection("x"),
            .tooSlow(milliseconds: 1), .tooLarge(bytes: 10 << 20), .tooManyRedirects(5), .other("x"), .notAllowed("x."),
        ] { #expect(failure.message.hasSuffix(".")) }
    }
}
