/// One text file of a bot: its name, its bytes, and where its lines begin.
package struct SourceFile: Sendable, Hashable {
    /// The path as people should read it in messages, relative to the bot's folder (`src/main.sc`).
    package let path: String
    package let text: String
    /// The text as UTF-8; every `SourceSpan` counts in these bytes.
    package let bytes: [UInt8]
    /// The byte at which each line begins; the first is 0.
    package let lineStarts: [Int]

    package init(path: String, text: String) {
        self.path = path
        self.text = text
        let bytes = Array(text.utf8)
        self.bytes = bytes
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
        lineStarts = starts
    }

    /// The line and column of a byte, both from 1; the column counts Unicode scalars.
    package func position(at byte: Int) -> SourcePosition {
        let byte = min(max(byte, 0), bytes.count)
        let line = lineNumber(at: byte)
        let scalars = bytes[lineStarts[line - 1]..<byte].count { $0 & 0xC0 != 0x80 }
        return SourcePosition(line: line, column: scalars + 1)
    }

    /// The line (from 1) on which a byte stands.
    package func lineNumber(at byte: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= byte { low = middle } else { high = middle }
        }
        return low + 1
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
