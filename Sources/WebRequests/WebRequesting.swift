/// Asks a server something over HTTP and waits for what it says.
///
/// `CurlWeb` really asks; a bot's tests have answers of their own (`Replay`), and a bot that may not ask at all has the one of
/// `Scripting` that refuses.
package protocol WebRequesting: Sendable {
    /// Blocks until the answer is there, at most for the request's `timeout`. Any thread may call.
    func answer(_ request: WebRequest) throws(WebFailure) -> WebAnswer
}

/// What is asked of a server.
package struct WebRequest: Sendable, Hashable {
    /// In upper case.
    package var method: String
    /// Absolute, with everything encoded that must be.
    package var address: String
    package var headers: [WebHeader]
    package var body: [UInt8]?
    /// Milliseconds for everything: looking the name up, connecting, redirects, the answer.
    package var timeout: Int

    package init(
        _ method: String, _ address: String, headers: [WebHeader] = [], body: [UInt8]? = nil, timeout: Int = 25_000
    ) {
        self.method = method
        self.address = address
        self.headers = headers
        self.body = body
        self.timeout = timeout
    }
}

package struct WebHeader: Sendable, Hashable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// What a server said: any status, good or bad.
package struct WebAnswer: Sendable, Hashable {
    package var status: Int
    package var headers: [WebHeader]
    package var body: [UInt8]
    /// How the body is meant to be read, whatever the headers and the script say: what a bot's tests answer has it.
    package var form: WebForm?

    package init(status: Int, headers: [WebHeader] = [], body: [UInt8] = [], form: WebForm? = nil) {
        self.status = status
        self.headers = headers
        self.body = body
        self.form = form
    }

    package var isGood: Bool { (200..<300).contains(status) }

    /// The value of a header; upper and lower case of its name are the same.
    package func header(_ name: String) -> String? {
        headers.last { $0.name.lowercased() == name.lowercased() }?.value
    }
}

/// How the body of a message is written.
package enum WebForm: String, Sendable, Hashable, CaseIterable { case json, xml, text }
