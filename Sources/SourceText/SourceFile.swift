/// One text file of a bot: its name, its bytes, and where its lines begin.
///
/// An immutable class rather than a struct: whatever has a place holds its file too.
package final class SourceFile: Sendable, Hashable {
    /// The path as people should read it in messages, relative to the bot's folder (`src/main.sc`).
    package let path: String
    package let text: String
    /// The text as UTF-8; every `SourceSpan` counts in these bytes.
    package let bytes: [UInt8]
    /// The byte at which each line begins; the first is 0.
    package let lineStarts: [Int]
    private let scalars: ScalarCount

    package convenience init(path: String, text: String) { self.init(path: path, text: text, bytes: Array(text.utf8)) }

    /// - Parameter bytes: the UTF-8 of the text, which the caller has at hand.
    init(path: String, text: String, bytes: [UInt8]) {
        self.path = path
        self.text = text
        self.bytes = bytes
        lineStarts = Self.lineStarts(of: bytes)
        scalars = ScalarCount(bytes)
    }

    private static func lineStarts(of bytes: [UInt8]) -> [Int] {
        var starts = [0]
        starts.reserveCapacity(bytes.count / 32 + 1)
        bytes.withUnsafeBufferPointer { bytes in
            for offset in bytes.indices where bytes[offset] == UInt8(ascii: "\n") { starts.append(offset + 1) }
        }
        return starts
    }

    package static func == (left: SourceFile, right: SourceFile) -> Bool {
        left === right || left.path == right.path && left.bytes == right.bytes
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(path)
        hasher.combine(bytes.count)
    }

    /// The line and column of a byte, both from 1; the column counts Unicode scalars. Quick on lines of any length.
    package func position(at byte: Int) -> SourcePosition {
        let byte = min(max(byte, 0), bytes.count)
        let line = lineIndex(of: byte)
        let column = scalars.count(from: lineStarts[line], to: byte, in: bytes)
        return SourcePosition(line: line + 1, column: column + 1)
    }

    /// The line (from 1) on which a byte stands.
    package func lineNumber(at byte: Int) -> Int { lineIndex(of: byte) + 1 }

    /// The number of the line that holds a byte, from 0.
    package func lineIndex(of byte: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= byte { low = middle } else { high = middle }
        }
        return low
    }

    /// The byte at a line and column, both from 1, as `position(at:)` counts them; the line's end for a column beyond it.
    package func offset(line: Int, column: Int) -> Int {
        let index = min(max(line, 1), lineStarts.count) - 1
        let lineStart = lineStarts[index]
        var low = lineStart
        var high = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
        if high > low, bytes[high - 1] == UInt8(ascii: "\r") { high -= 1 }
        while low < high {
            let middle = (low + high) / 2
            let before = scalars.count(from: lineStart, to: middle, in: bytes)
            if before < column - 1 { low = middle + 1 } else { high = middle }
        }
        while low < bytes.count, bytes[low] & 0xC0 == 0x80 { low += 1 }
        return low
    }

    /// The text of a line (from 1) without its line end.
    package func line(_ number: Int) -> String {
        guard lineStarts.indices.contains(number - 1) else { return "" }
        let start = lineStarts[number - 1]
        var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    package func text(in span: SourceSpan) -> String {
        String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    }
}

/// How many Unicode scalars begin before a byte: noted once a block, so that a column is found without reading the line.
private struct ScalarCount: Sendable {
    private static let block = 1024
    /// Scalars before each block; empty when every scalar is one byte.
    private var before: [Int] = []

    init(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { bytes in
            var counts = [0]
            for start in stride(from: 0, to: bytes.count, by: Self.block) {
                let end = min(start + Self.block, bytes.count)
                counts.append(
                    counts[counts.count - 1] + Self.scalars(in: UnsafeBufferPointer(rebasing: bytes[start..<end])))
            }
            if counts[counts.count - 1] < bytes.count { before = counts }
        }
    }

    func count(from start: Int, to end: Int, in bytes: [UInt8]) -> Int {
        guard !before.isEmpty else { return end - start }
        return bytes.withUnsafeBufferPointer { bytes in
            if end - start <= 2 * Self.block {
                return Self.scalars(in: UnsafeBufferPointer(rebasing: bytes[start..<end]))
            }
            return count(before: end, in: bytes) - count(before: start, in: bytes)
        }
    }

    private func count(before byte: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let block = byte / Self.block
        return before[block] + Self.scalars(in: UnsafeBufferPointer(rebasing: bytes[(block * Self.block)..<byte]))
    }

    /// Every byte but those that continue a scalar; eight at a time.
    private static func scalars(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var continuing = 0
        let raw = UnsafeRawBufferPointer(bytes)
        var offset = 0
        while offset + 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            continuing += ((word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount
            offset += 8
        }
        while offset < raw.count {
            if raw[offset] & 0xC0 == 0x80 { continuing += 1 }
            offset += 1
        }
        return raw.count - continuing
    }
}

/// A half-open range of UTF-8 bytes of one file.
package struct SourceSpan: Sendable, Hashable {
    package var start: Int
    package var end: Int

    package init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    package var isEmpty: Bool { start == end }
}

/// A place as a person counts: line and column from 1, the column in Unicode scalars.
package struct SourcePosition: Sendable, Hashable, Comparable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package static func < (left: Self, right: Self) -> Bool { (left.line, left.column) < (right.line, right.column) }
}
