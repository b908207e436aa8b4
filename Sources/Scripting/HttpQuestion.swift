import JavaScript
import WebRequests

/// What a script asked of `$http`, read and checked (dsl.md 5.4).
struct HttpQuestion {
    var request: WebRequest
    /// `dataType`: how the answer is read; `nil` when the answer's own headers decide.
    let form: WebForm?
    /// For how many seconds an answer may be used again.
    let keptSeconds: Double?
    /// The file to be fetched first and sent on.
    let file: (address: String, name: String)?

    /// A mistake of the script's author.
    struct Mistake: Error {
        let message: String

        init(_ message: String) { self.message = message }
    }

    /// A longer wish counts as this one.
    static let longestTimeout = 25_000
    /// How long an answer is kept when the bot wants it kept and does not say for how long; not written down anywhere (uncertain).
    static let usualKeptSeconds = 60.0

    /// - Parameter asked: the object that `World/http.js` makes.
    init(_ asked: ScriptValue) throws(Mistake) {
        form = try Self.form(asked["dataType"])
        file = Self.file(asked)
        keptSeconds = asked["isKept"]?.flag == true ? asked["keptSeconds"]?.number ?? Self.usualKeptSeconds : nil
        let method = asked["method"]?.string?.uppercased() ?? "GET"
        var headers = Self.headers(asked["headers"])
        var body = asked["body"]?.string
        var type = body == nil ? nil : Self.type(asked, form)
        let fields = Self.pairs(asked["form"])
        if asked["form"]?.isList == true {
            guard body == nil else {
                throw Mistake("has both `body` and `form`; a request has one body, so leave one of them out")
            }
            (body, type) = (WebAddress.form(fields), "application/x-www-form-urlencoded")
        }
        if let type, !headers.contains(where: { $0.name.lowercased() == "content-type" }) {
            headers.append(WebHeader("Content-Type", type))
        }
        let bytes = body.map { Array($0.utf8) }
        // A file is sent by POST.
        request = WebRequest(
            asked["fileUrl"]?.string == nil ? method : "POST", try Self.address(asked), headers: headers, body: bytes,
            timeout: Self.timeout(asked["timeout"]?.number))
    }

    private static func form(_ asked: ScriptValue?) throws(Mistake) -> WebForm? {
        guard let name = asked?.string else { return nil }
        guard let form = WebForm(rawValue: name.lowercased()) else {
            throw Mistake("has the dataType `\(name)`; there are `json`, `text` and `xml`")
        }
        return form
    }

    /// Milliseconds; without a wish the longest time.
    private static func timeout(_ asked: Double?) -> Int {
        guard let asked, asked > 0 else { return longestTimeout }
        return asked < Double(longestTimeout) ? max(1, Int(asked)) : longestTimeout
    }

    private static func type(_ asked: ScriptValue, _ form: WebForm?) -> String {
        switch form {
        case .json: "application/json"
        case .xml: "application/xml"
        case .text: "text/plain;charset=UTF-8"
        case nil: asked["isObject"]?.flag == true ? "application/json" : "text/plain;charset=UTF-8"
        }
    }

    static func pairs(_ value: ScriptValue?) -> [(name: String, value: String)] {
        guard case .array(let pairs)? = value else { return [] }
        return pairs.compactMap { pair in
            guard case .array(let parts) = pair, parts.count == 2, let name = parts[0].string,
                let value = parts[1].string
            else { return nil }
            return (name, value)
        }
    }

    /// Of two headers of one name the later counts: a call's own before that of `$http.config`.
    private static func headers(_ value: ScriptValue?) -> [WebHeader] {
        pairs(value).reduce(into: []) { headers, pair in
            headers.removeAll { $0.name.lowercased() == pair.name.lowercased() }
            headers.append(WebHeader(pair.name, pair.value))
        }
    }

    private static func file(_ asked: ScriptValue) -> (address: String, name: String)? {
        guard let address = asked["fileUrl"]?.string else { return nil }
        let last = address.split(separator: "/").last.map { String($0.prefix { $0 != "?" }) }
        return (WebAddress.sendable(address), asked["fileName"]?.string ?? last ?? "file")
    }

    // MARK: The address

    private static func address(_ asked: ScriptValue) throws(Mistake) -> String {
        guard let template = asked["url"]?.string, !template.isEmpty else {
            throw Mistake("has no address; the first argument is a text such as \"https://example.com/orders\"")
        }
        let values = pairs(asked["values"])
        var missing: String?
        let filled = WebAddress.filled(template) { name in
            let value = values.last { $0.name == name }?.value
            if value == nil { missing = missing ?? name }
            return value
        }
        if let missing {
            throw Mistake(
                "has no value for `${\(missing)}` of its address; write `query: {\(missing): …}` in the second argument"
            )
        }
        return WebAddress.sendable(whole(filled, asked["base"]))
    }

    /// An address without `http…://` goes on from that of `$http.config({url: …})`.
    private static func whole(_ address: String, _ base: ScriptValue?) -> String {
        guard !address.contains("://"), let host = base?["host"]?.string, !host.isEmpty else { return address }
        let scheme = base?["protocol"]?.string ?? "https"
        let port = base?["port"]?.string.map { ":" + $0 } ?? ""
        let (name, path) = split(host)
        return scheme + "://" + name + port + path + (address.hasPrefix("/") || address.isEmpty ? "" : "/") + address
    }

    /// Some bots write the beginning of the path with the host.
    private static func split(_ host: String) -> (name: Substring, path: Substring) {
        let name = host.prefix { $0 != "/" }
        var path = host[name.endIndex...]
        while path.last == "/" { path.removeLast() }
        return (name, path)
    }

    // MARK: A file

    /// The request with a file as the only part of its body.
    func sending(_ file: [UInt8], named name: String, type: String) -> WebRequest {
        let quoted = String(name.map { "\"\r\n".contains($0) ? "_" : $0 })
        let boundary =
            "ringback-"
            + String(
                file.reduce(into: UInt64(14_695_981_039_346_656_037)) { $0 = ($0 ^ UInt64($1)) &* 1_099_511_628_211 },
                radix: 16)
        let head =
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(quoted)\"\r\nContent-Type: \(type)\r\n\r\n"
        var request = request
        request.headers.removeAll { $0.name.lowercased() == "content-type" }
        request.headers.append(WebHeader("Content-Type", "multipart/form-data; boundary=\(boundary)"))
        request.body = Array(head.utf8) + file + Array("\r\n--\(boundary)--\r\n".utf8)
        return request
    }
}

extension ScriptValue {
    var isList: Bool { if case .array = self { true } else { false } }
}
