import CCurl
import Glibc

/// One request and what has come of it so far; libcurl calls back into it while it works.
final class CurlExchange {
    private let request: WebRequest
    private let isRefused: ([UInt8]) -> Bool
    private var headerLines: UnsafeMutablePointer<curl_slist>?
    private var headers: [WebHeader] = []
    private var headerBytes = 0
    private var body: [UInt8] = []
    private var isTooLarge = false
    private var hasMetInner = false

    /// More than that of headers is no answer but an attack.
    private static let mostHeaderBytes = 256 << 10

    /// - Parameter isRefused: whether no connection to an address may be opened.
    init(_ request: WebRequest, isRefused: @escaping ([UInt8]) -> Bool) {
        self.request = request
        self.isRefused = isRefused
    }

    deinit { curl_slist_free_all(headerLines) }

    // MARK: Before

    func set(up handle: UnsafeMutableRawPointer) throws(WebFailure) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        let timeout = max(1, request.timeout)
        let codes =
            [
                ringback_curl_web_only(handle), ringback_curl_text(handle, CURLOPT_URL, request.address),
                ringback_curl_number(handle, CURLOPT_NOSIGNAL, 1),
                ringback_curl_number(handle, CURLOPT_TIMEOUT_MS, timeout),
                ringback_curl_number(handle, CURLOPT_CONNECTTIMEOUT_MS, min(timeout, CurlWeb.connecting)),
                ringback_curl_quick_exit(handle),
                ringback_curl_number(handle, CURLOPT_FOLLOWLOCATION, 1),
                ringback_curl_number(handle, CURLOPT_MAXREDIRS, CurlWeb.mostRedirects),
                ringback_curl_text(handle, CURLOPT_PROXY, ""),
                ringback_curl_text(handle, CURLOPT_ACCEPT_ENCODING, ""),
                ringback_curl_text(handle, CURLOPT_USERAGENT, "Ringback"),
                ringback_curl_sink(handle, CURLOPT_WRITEFUNCTION, takeBody, CURLOPT_WRITEDATA, context),
                ringback_curl_sink(handle, CURLOPT_HEADERFUNCTION, takeHeader, CURLOPT_HEADERDATA, context),
                ringback_curl_door(handle, openSocket, context),
            ] + setMethod(handle) + setHeaders(handle)
        guard codes.allSatisfy({ $0 == CURLE_OK }) else { throw .other("libcurl is too old, or short of memory") }
    }

    private func setMethod(_ handle: UnsafeMutableRawPointer) -> [CURLcode] {
        var codes: [CURLcode] = []
        if let body = request.body ?? (request.method == "POST" ? [] : nil) {
            codes.append(
                body.withUnsafeBytes {
                    ringback_curl_body(handle, $0.baseAddress ?? UnsafeRawPointer(bitPattern: 1), $0.count)
                })
        }
        switch request.method {
        case "HEAD": codes.append(ringback_curl_number(handle, CURLOPT_NOBODY, 1))
        case "GET" where request.body == nil: codes.append(ringback_curl_number(handle, CURLOPT_HTTPGET, 1))
        case "POST": break
        default: codes.append(ringback_curl_text(handle, CURLOPT_CUSTOMREQUEST, request.method))
        }
        return codes
    }

    private func setHeaders(_ handle: UnsafeMutableRawPointer) -> [CURLcode] {
        // libcurl would wait a second for the leave to send a longer body.
        var lines = ["Expect:"]
        // An empty value would mean to leave the header out.
        lines += request.headers.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
        for line in lines {
            guard let longer = curl_slist_append(headerLines, line) else { return [CURLE_OUT_OF_MEMORY] }
            headerLines = longer
        }
        return [ringback_curl_pointer(handle, CURLOPT_HTTPHEADER, headerLines)]
    }

    // MARK: Meanwhile

    /// Takes a piece of the body; an answer that grows too long is broken off.
    fileprivate func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard body.count + bytes.count <= CurlWeb.mostBytes else {
            isTooLarge = true
            return false
        }
        body += bytes
        return true
    }

    /// Takes a line of headers; those of a redirect are forgotten when the next answer begins, as is its body.
    fileprivate func take(headerLine bytes: UnsafeRawBufferPointer) -> Bool {
        headerBytes += bytes.count
        guard headerBytes <= Self.mostHeaderBytes else { return false }
        let line = String(decoding: bytes, as: UTF8.self)
        if line.hasPrefix("HTTP/") {
            headers = []
            body = []
        } else if let colon = line.firstIndex(of: ":") {
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }.prefix { !$0.isNewline }
            headers.append(WebHeader(String(line[..<colon]), String(value)))
        }
        return true
    }

    /// Whether a connection to this address may be opened.
    fileprivate func allows(_ address: UnsafeMutablePointer<curl_sockaddr>) -> Bool {
        guard let start = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return false }
        let isInner = isRefused(Self.bytes(at: UnsafeRawPointer(address) + start, family: address.pointee.family))
        hasMetInner = hasMetInner || isInner
        return !isInner
    }

    private static func bytes(at socketAddress: UnsafeRawPointer, family: Int32) -> [UInt8] {
        switch family {
        case AF_INET:
            let address = socketAddress.loadUnaligned(as: sockaddr_in.self)
            return withUnsafeBytes(of: address.sin_addr) { Array($0) }
        case AF_INET6:
            let address = socketAddress.loadUnaligned(as: sockaddr_in6.self)
            return withUnsafeBytes(of: address.sin6_addr) { Array($0) }
        default: return []
        }
    }

    // MARK: After

    func answer(_ code: CURLcode, status: Int) throws(WebFailure) -> WebAnswer {
        if isTooLarge { throw .tooLarge(bytes: CurlWeb.mostBytes) }
        let host = Self.host(of: request.address)
        switch code {
        case CURLE_OK: return WebAnswer(status: status, headers: headers, body: body)
        case CURLE_COULDNT_CONNECT where hasMetInner: throw .privateAddress(redirectedHost ?? host)
        case CURLE_COULDNT_CONNECT: throw .noConnection(redirectedHost ?? host)
        case CURLE_COULDNT_RESOLVE_HOST: throw .unknownHost(redirectedHost ?? host)
        case CURLE_OPERATION_TIMEDOUT: throw .tooSlow(milliseconds: request.timeout)
        case CURLE_TOO_MANY_REDIRECTS: throw .tooManyRedirects(CurlWeb.mostRedirects)
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: throw .badAddress(redirect ?? request.address)
        default: throw .other(String(cString: curl_easy_strerror(code)))
        }
    }

    /// Where the last answer has led.
    private var redirect: String? { headers.last { $0.name.lowercased() == "location" }?.value }

    private var redirectedHost: String? {
        redirect.flatMap { $0.contains("://") ? Self.host(of: $0) : nil }
    }

    private static func host(of address: String) -> String {
        let rest = address.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
        return String(rest.split(separator: "@").last ?? rest)
    }
}

// MARK: - What libcurl calls

private func exchange(_ context: UnsafeMutableRawPointer?) -> CurlExchange? {
    context.map { Unmanaged<CurlExchange>.fromOpaque($0).takeUnretainedValue() }
}

/// Answers how many bytes were taken; fewer than there are break the request off.
private let takeBody: curl_write_callback = { bytes, size, count, context in
    let all = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return exchange(context)?.take(all) == true ? all.count : 0
}

private let takeHeader: curl_write_callback = { bytes, size, count, context in
    let all = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return exchange(context)?.take(headerLine: all) == true ? all.count : 0
}

private let openSocket: curl_opensocket_callback = { context, _, address in
    guard let address, exchange(context)?.allows(address) == true else { return -1 }
    return socket(
        address.pointee.family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue), address.pointee.protocol)
}
