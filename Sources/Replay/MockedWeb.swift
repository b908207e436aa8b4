import FoundationEssentials
import Synchronization
import WebRequests

/// Answers requests with what a test's `<mockData>` says (dsl.md 9.4); nothing leaves the machine.
package struct MockedWeb: WebRequesting {
    private var mocks: [WebMock] = []
    private let log = RequestLog()

    package init() {}

    package mutating func add(_ mock: WebMock) { mocks.append(mock) }

    /// Of several that match the last one answers.
    package func answer(_ request: WebRequest) throws(WebFailure) -> WebAnswer {
        guard let index = mocks.lastIndex(where: { $0.matches(request) }) else {
            let complaint = "No `<mockData>` of the test answers \(request.method) \(request.address)."
            log.note(complaint)
            throw .notAllowed(complaint)
        }
        log.note(answerBy: index)
        return mocks[index].answer
    }

    /// The mocks that have answered, by the order in which they were added.
    var answering: Set<Int> { log.answering }

    /// A sentence for each request since the last call that no mock has answered.
    func takeUnanswered() -> [String] { log.takeComplaints() }
}

/// What scripts on their own thread have asked.
private final class RequestLog: Sendable {
    private let content = Mutex<(complaints: [String], answering: Set<Int>)>(([], []))

    var answering: Set<Int> { content.withLock { $0.answering } }

    func note(answerBy index: Int) { content.withLock { _ = $0.answering.insert(index) } }

    func note(_ complaint: String) {
        content.withLock { if !$0.complaints.contains(complaint) { $0.complaints.append(complaint) } }
    }

    func takeComplaints() -> [String] {
        content.withLock { content in
            defer { content.complaints = [] }
            return content.complaints
        }
    }
}

/// One `<mockData>`: a request, and what the server says.
package struct WebMock: Sendable, Hashable {
    var method: String
    /// As a person reads it, nothing encoded.
    private var address: String
    var body: BodyCondition?
    var answer: WebAnswer

    /// What the body of a request must have.
    struct BodyCondition: Sendable, Hashable {
        var wanted: TestJSON
        /// Whether nothing else may be there.
        var isStrict: Bool
        /// The part of the body that is compared.
        var field: DataPath

        func holds(for body: [UInt8]?) -> Bool {
            let text = String(decoding: body ?? [], as: UTF8.self)
            guard let found = field.value(in: TestJSON(text) ?? .string(text.trimmed)) else { return false }
            return isStrict ? found == wanted : found.contains(wanted)
        }
    }

    init(method: String, address: String, body: BodyCondition? = nil, answer: WebAnswer) {
        self.method = method.uppercased()
        self.address = Self.decoded(address)
        self.body = body
        self.answer = answer
    }

    /// `GET https://example.com/…`: the rest of an address is long, and often has the key of a service in it.
    var request: String {
        let names = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        return "\(method) " + names.prefix(3).joined(separator: "/").folded + (names.count > 3 ? "/…" : "")
    }

    func matches(_ request: WebRequest) -> Bool {
        method == request.method && address == Self.decoded(request.address) && (body?.holds(for: request.body) ?? true)
    }

    /// Tests write addresses encoded and not; so both sides are compared as a person reads them.
    private static func decoded(_ address: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(address.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+") {
                bytes.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"),
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), rest.count >= 2
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
