import CLibPQ

/// What PostgreSQL said when something did not work.
struct PGFailure: Sendable, Hashable {
    /// The SQLSTATE, five letters or digits; empty when the server did not get to say one.
    let state: String
    let message: String
    /// The connection is gone, and with it every transaction that was not committed.
    let isLost: Bool

    init(state: String, message: String, isLost: Bool = false) {
        (self.state, self.message, self.isLost) = (state, message, isLost)
    }

    /// Of a statement.
    init(_ result: OpaquePointer?, on handle: OpaquePointer) {
        let state = PQresultErrorField(result, ringback_pq_sqlstate).map { String(cString: $0) }
        let message = PQresultErrorField(result, ringback_pq_message) ?? PQerrorMessage(handle)
        self.init(
            state: state ?? "", message: Self.firstLine(of: message.map { String(cString: $0) } ?? ""),
            isLost: PQstatus(handle) == CONNECTION_BAD)
    }

    /// Of an attempt to connect, told with `PQERRORS_VERBOSE`: there the SQLSTATE stands in the text.
    init(connecting handle: OpaquePointer?) {
        let text = PQerrorMessage(handle).map { String(cString: $0) } ?? "out of memory"
        let line = Self.firstLine(of: text)
        let words = line.split(separator: " ")
        let state = words.first {
            $0.count == 6 && $0.last == ":" && $0.dropLast().allSatisfy(\.isStateLetter)
                && $0.contains(where: \.isNumber)
        }
        let message = state.map { String(line[$0.endIndex...]) } ?? line
        self.init(
            state: state.map { String($0.dropLast()) } ?? "", message: String(message.drop { $0 == " " }), isLost: true)
    }

    static func firstLine(of text: String) -> String {
        String(text.split(whereSeparator: \.isNewline).first ?? "no reason given")
    }

    /// Two transactions met, or one saw less than the other had just written: looking again helps.
    var isContention: Bool { ["40001", "40P01", "23505"].contains(state) }
}

extension Character {
    fileprivate var isStateLetter: Bool { isASCII && (isNumber || isUppercase) }
}
