import Conversations

/// How much JSON `$session` and `$client` may each take, in bytes (dsl.md 6.6, 12). The platform's figures are not public (uncertain).
package enum DataLimit {
    /// More of it, where there was less before, is the event `…DataSoftLimitExceeded`: the bot may clean up.
    package static let soft = 256 << 10
    /// More than this is not kept. First it is the event `…DataHardLimitExceeded`.
    package static let hard = 1 << 20

    /// How the events of the hard limit end.
    static let hardEvent = "DataHardLimitExceeded"

    /// The event of what has grown, if it is one.
    static func event(of name: String, _ data: String, before: String) -> String? {
        if data.utf8.count > hard { return name + hardEvent }
        return data.utf8.count > soft && before.utf8.count <= soft ? name + "DataSoftLimitExceeded" : nil
    }

    /// The member of a JSON object that takes most.
    static func biggestMember(of object: String) -> (name: String, size: Int)? {
        var scan = MemberScan()
        for byte in object.utf8 { scan.take(byte) }
        return scan.biggest.map { (String(decoding: $0.name, as: UTF8.self), $0.size) }
    }
}

/// Measures the members of a JSON object, byte by byte.
private struct MemberScan {
    var biggest: (name: [UInt8], size: Int)?
    private var depth = 0
    private var (isInText, isEscaped, isName) = (false, false, true)
    private var (name, size): ([UInt8], Int) = ([], 0)

    mutating func take(_ byte: UInt8) {
        if isInText {
            takeText(byte)
            return
        }
        switch byte {
        case UInt8(ascii: "\""): isInText = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth -= 1
            if depth == 0 { close() }
        case UInt8(ascii: ":") where depth == 1: isName = false
        case UInt8(ascii: ",") where depth == 1: close()
        default: break
        }
        if !isName { size += 1 }
    }

    private mutating func takeText(_ byte: UInt8) {
        if isEscaped {
            isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
            isInText = false
            return
        }
        if !isName { size += 1 } else if depth == 1 { name.append(byte) }
    }

    private mutating func close() {
        if size > biggest?.size ?? 0 { biggest = (name, size) }
        (name, size, isName) = ([], 0, true)
    }
}
