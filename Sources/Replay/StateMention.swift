import SourceText

/// A state that a test file names, with its place: for checks that hold the tests against the bot.
package struct StateMention: Sendable {
    /// As written: `/Order`, `Order`.
    package let path: String
    package let span: SourceSpan

    /// The states that a test names: `state=`, `class=` and `targetState=` of XML tags and `<state>` elements, `= /Order` of talks.
    package static func all(in file: SourceFile) -> [StateMention] {
        file.path.hasSuffix(".talk") ? inTalk(file) : XMLStateScanner(file: file).mentions
    }

    /// The same for every test file of a folder that can be read.
    package static func all(in folder: TestFolder) -> [(file: SourceFile, mention: StateMention)] {
        folder.testFiles.flatMap { name -> [(file: SourceFile, mention: StateMention)] in
            guard let bytes = folder.bytes(of: name),
                case .success(let file) = SourceFile.decode(bytes, path: "test/" + name)
            else { return [] }
            return all(in: file).map { (file, $0) }
        }
    }

    private static func inTalk(_ file: SourceFile) -> [StateMention] {
        file.lineStarts.indices.compactMap { index in
            let line = file.line(index + 1)
            guard line.hasPrefix("= ") else { return nil }
            let path = line.dropFirst(2).trimmed
            let start = file.lineStarts[index] + line.utf8.count - line.dropFirst(2).drop { $0 == " " }.utf8.count
            return path.isEmpty ? nil : StateMention(path: path, span: SourceSpan(start, start + path.utf8.count))
        }
    }
}

/// Goes once through an XML text. It needs no tree: places are what matters, and a test that is no XML is told elsewhere.
private struct XMLStateScanner {
    let file: SourceFile
    private var bytes: [UInt8] { file.bytes }

    init(file: SourceFile) { self.file = file }

    var mentions: [StateMention] {
        var found: [StateMention] = []
        var position = 0
        while let start = next("<", from: position) {
            if starts("<!--", at: start) {
                position = next("-->", from: start) ?? bytes.count
                continue
            }
            let end = endOfTag(from: start)
            found += attributes(SourceSpan(start, end))
            if starts("<state>", at: start), let close = next("<", from: end) {
                found += mention(from: end, to: close)
            }
            position = max(end, start + 1)
        }
        return found
    }

    /// The byte after the `>` that ends a tag; one inside quotes does not.
    private func endOfTag(from start: Int) -> Int {
        var quote: UInt8?
        for position in start..<bytes.count {
            let byte = bytes[position]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return position + 1
            }
        }
        return bytes.count
    }

    private static let names = ["state", "class", "targetState"]

    private func attributes(_ tag: SourceSpan) -> [StateMention] {
        var found: [StateMention] = []
        for name in Self.names {
            var position = tag.start
            while let hit = next(name, from: position), hit < tag.end {
                position = hit + name.utf8.count
                guard hit > 0, isBlank(bytes[hit - 1]), let value = value(after: position, before: tag.end) else {
                    continue
                }
                found += mention(from: value.start, to: value.end)
            }
        }
        return found
    }

    /// What stands in the quotes after `=`.
    private func value(after position: Int, before end: Int) -> SourceSpan? {
        var position = position
        while position < end, isBlank(bytes[position]) { position += 1 }
        guard position < end, bytes[position] == UInt8(ascii: "=") else { return nil }
        position += 1
        while position < end, isBlank(bytes[position]) { position += 1 }
        guard position < end, bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'"),
            let close = bytes[(position + 1)..<end].firstIndex(of: bytes[position])
        else { return nil }
        return SourceSpan(position + 1, close)
    }

    private func mention(from start: Int, to end: Int) -> [StateMention] {
        var (start, end) = (start, end)
        while start < end, isBlank(bytes[start]) { start += 1 }
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        guard start < end else { return [] }
        return [StateMention(path: file.text(in: SourceSpan(start, end)), span: SourceSpan(start, end))]
    }

    private func next(_ text: String, from position: Int) -> Int? {
        let first = text.utf8.first
        var position = position
        while position < bytes.count {
            guard let hit = bytes[position...].firstIndex(where: { $0 == first }) else { return nil }
            if starts(text, at: hit) { return hit }
            position = hit + 1
        }
        return nil
    }

    private func starts(_ text: String, at position: Int) -> Bool { bytes[position...].starts(with: text.utf8) }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
