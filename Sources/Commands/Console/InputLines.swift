import FoundationEssentials
import Glibc

/// The lines of a file descriptor, one by one as they come.
///
/// LF and CRLF end a line. Bytes that are not UTF-8 are replaced by `\u{FFFD}`, and a line longer than `limit` is cut;
/// the line then carries a note that says so.
package struct InputLines {
    package struct Line: Sendable, Hashable {
        package var text: String
        package var note: String?
    }

    /// Bytes of one line that are kept: more than anyone says in one breath.
    package static let limit = 1 << 20

    private let read: () -> [UInt8]
    private var chunk: ArraySlice<UInt8> = []
    private var number = 0

    /// - Parameter read: gives the next bytes, none at the end.
    package init(read: @escaping () -> [UInt8]) { self.read = read }

    package init(descriptor: Int32) { self.init { Self.readChunk(descriptor) } }

    /// The next line, `nil` at the end of the input.
    package mutating func next() -> Line? {
        var line: [UInt8] = []
        var isCut = false
        while true {
            if chunk.isEmpty { chunk = read()[...] }
            guard !chunk.isEmpty else { return line.isEmpty ? nil : finish(line, isCut: isCut) }
            let end = chunk.firstIndex(of: UInt8(ascii: "\n")) ?? chunk.endIndex
            let room = Self.limit - line.count
            line += chunk[..<end].prefix(room)
            isCut = isCut || end - chunk.startIndex > room
            let isWhole = end < chunk.endIndex
            chunk = chunk[(isWhole ? end + 1 : end)...]
            if isWhole { return finish(line, isCut: isCut) }
        }
    }

    private mutating func finish(_ bytes: [UInt8], isCut: Bool) -> Line {
        number += 1
        var bytes = bytes
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        if isCut {
            return Line(
                text: String(decoding: bytes, as: UTF8.self),
                note: "Line \(number) is longer than 1 MiB; the rest of it is not used.")
        }
        if let text = String(validating: bytes, as: UTF8.self) { return Line(text: text) }
        return Line(
            text: String(decoding: bytes, as: UTF8.self),
            note: "Line \(number) is not UTF-8; the bytes that cannot be read are replaced by \u{FFFD}.")
    }

    private static func readChunk(_ descriptor: Int32) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while HangUpSignals.waitForInput(on: descriptor) {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count >= 0 { return Array(buffer[..<count]) }
            guard errno == EINTR else { return [] }
        }
        return []
    }
}
