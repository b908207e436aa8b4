import SourceText

/// A state that a test file names, with its place: for checks that hold the tests against the bot.
package struct TestedState: Sendable {
    /// As written: `/Order`, `Order`.
    package let path: String
    package let span: SourceSpan

    /// The states that a test names: `state=`, `class=` and `targetState=` of XML tags and `<state>` elements, `= /Order` of talks.
    package static func all(in file: SourceFile) -> [TestedState] {
        file.path.hasSuffix(".talk") ? inTalk(file) : XMLStateScanner(file: file).states
    }

    /// The same for every test file of a folder that can be read.
    ///
    /// - Parameter takes: whether a test is looked at at all, by its path from the folder.
    package static func all(
        in folder: TestFolder, where takes: (String) -> Bool
    ) -> [(file: SourceFile, state: TestedState)] {
        folder.testFiles.filter(takes).flatMap { name -> [(file: SourceFile, state: TestedState)] in
            guard case .success(let file)? = folder.file(name, as: "test/" + name) else { return [] }
            return all(in: file).map { (file, $0) }
        }
    }

    private static func inTalk(_ file: SourceFile) -> [TestedState] {
        file.lineStarts.indices.compactMap { index in
            let line = file.line(index + 1)
            guard line.hasPrefix("= ") else { return nil }
            let path = line.dropFirst(2).trimmed
            let start = file.lineStarts[index] + line.utf8.count - line.dropFirst(2).drop { $0 == " " }.utf8.count
            return path.isEmpty ? nil : TestedState(path: path, span: SourceSpan(start, start + path.utf8.count))
        }
    }
}

/// Goes once through an XML text. It needs no tree: places are what matters, and a test that is no XML is told elsewhere.
private struct XMLStateScanner {
    private let file: SourceFile
    private let bytes: [UInt8]
    private var position = 0
    private var found: [TestedState] = []

    init(file: SourceFile) {
        self.file = file
        bytes = file.bytes
    }

    var states: [TestedState] {
        var scanner = self
        scanner.scan()
        return scanner.found
    }

    private mutating func scan() {
        while skip(to: "<") {
            if bytes[position...].starts(with: "<!--".utf8) {
                skipComment()
            } else {
                readTag()
            }
        }
    }

    private mutating func skipComment() {
        position += 4
        while skip(to: "-"), !bytes[position...].starts(with: "-->".utf8) { position += 1 }
    }

    private mutating func readTag() {
        position += 1
        let name = readName()
        while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
            if isNameByte(bytes[position]) { readAttribute() } else { position += 1 }
        }
        position = min(position + 1, bytes.count)
        guard name == "state" else { return }
        let start = position
        if skip(to: "<") { take(from: start, to: position) }
    }

    /// `name = "value"`, with blanks where XML allows them.
    private mutating func readAttribute() {
        let name = readName()
        skipBlanks()
        guard take("=") else { return }
        skipBlanks()
        guard position < bytes.count,
            let quote = ["\"", "'"].first(where: { (quote: Unicode.Scalar) in bytes[position] == UInt8(ascii: quote) })
        else {
            return
        }
        let start = position + 1
        position = start
        _ = skip(to: quote)
        if ["state", "class", "targetState"].contains(name) { take(from: start, to: position) }
        position = min(position + 1, bytes.count)
    }

    private mutating func readName() -> String {
        let start = position
        while position < bytes.count, isNameByte(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func take(from start: Int, to end: Int) {
        var (start, end) = (start, end)
        while start < end, isBlank(bytes[start]) { start += 1 }
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        guard start < end else { return }
        let span = SourceSpan(start, end)
        found.append(TestedState(path: file.text(in: span), span: span))
    }

    /// Goes on to that character.
    ///
    /// - Returns: `false` at the end of the file.
    private mutating func skip(to character: Unicode.Scalar) -> Bool {
        let wanted = UInt8(ascii: character)
        while position < bytes.count, bytes[position] != wanted { position += 1 }
        return position < bytes.count
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while position < bytes.count, isBlank(bytes[position]) { position += 1 }
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...: true
        default: false
        }
    }
}
