import CCurl

/// Asks real servers, by libcurl.
///
/// Each request has a handle of its own and leaves nothing behind: no cookies, no connections, no proxy of the environment. Only http and
/// https, five redirects at most, ten megabytes of answer at most, and no address inside the own network unless that is wanted.
package struct CurlWeb: WebRequesting {
    /// Whether servers on this machine and in its network may be asked.
    package let asksInside: Bool

    static let mostBytes = 10 << 20
    static let mostRedirects = 5
    /// Milliseconds for looking a name up and connecting.
    static let connecting = 10_000
    private static let methods: Set = ["GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS", "TRACE"]

    /// Which addresses are inner ones.
    private let isInner: @Sendable ([UInt8]) -> Bool

    package init(asksInside: Bool = false) { self.init(asksInside: asksInside, isInner: InnerAddresses.contains) }

    init(asksInside: Bool, isInner: @escaping @Sendable ([UInt8]) -> Bool) {
        self.asksInside = asksInside
        self.isInner = isInner
    }

    /// The one thing of libcurl that belongs to the whole program; made before the first request.
    private static let isReady = ringback_curl_start()

    package func answer(_ request: WebRequest) throws(WebFailure) -> WebAnswer {
        try Self.check(request)
        guard Self.isReady, let handle = ringback_curl_open() else { throw .other("libcurl does not start") }
        defer { curl_easy_cleanup(handle) }
        let exchange = CurlExchange(request) { [asksInside, isInner] in !asksInside && isInner($0) }
        return try withExtendedLifetime(exchange) { () throws(WebFailure) in
            try exchange.set(up: handle)
            let code = curl_easy_perform(handle)
            return try exchange.answer(code, status: ringback_curl_status(handle))
        }
    }

    private static func check(_ request: WebRequest) throws(WebFailure) {
        guard methods.contains(request.method) else { throw .badMethod(request.method) }
        let lower = request.address.prefix(8).lowercased()
        guard lower.hasPrefix("http://") || lower.hasPrefix("https://"), isPrintable(request.address) else {
            throw .badAddress(request.address)
        }
        for header in request.headers where !isHeader(header) { throw .badHeader(header.name) }
    }

    private static func isPrintable(_ text: String) -> Bool { text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F } }

    /// A line break in a header would begin a header, or a request, of the script's own making.
    private static func isHeader(_ header: WebHeader) -> Bool {
        !header.name.isEmpty
            && header.name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "-_!#$%&'*+.^`|~".utf8.contains(byte)
                }
            } && header.value.utf8.allSatisfy { ($0 >= 0x20 && $0 != 0x7F) || $0 == 0x09 }
    }
}
