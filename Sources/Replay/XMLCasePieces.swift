/// Reads a file that is no XML as a whole, one `<test-case>` after the other: a mistake costs the case in which it stands, the others are played.
enum XMLCasePieces {
    /// - Throws: the mistake of the file when it stands in no case, so that nothing can be played.
    static func root(of bytes: [UInt8], mistake: XMLMistake) throws(XMLMistake) -> XMLElementNode {
        var (sound, broken, line, last) = (bytes, [XMLElementNode](), 1, 0)
        for piece in pieces(of: bytes) {
            line += lineEnds(in: bytes[last..<piece.lowerBound])
            last = piece.lowerBound
            do {
                _ = try XMLTree.root(of: bytes[piece], firstLine: line, whole: "case")
            } catch {
                broken.append(brokenCase(bytes[piece], line: line, error))
                for index in piece where bytes[index] != UInt8(ascii: "\n") { sound[index] = UInt8(ascii: " ") }
            }
        }
        guard !broken.isEmpty, var root = try? XMLTree.root(of: sound[...]) else { throw mistake }
        root.children = (root.children + broken).sorted { $0.line < $1.line }
        return root
    }

    /// With the name that its start tag gives, where at least that can be read.
    private static func brokenCase(_ piece: ArraySlice<UInt8>, line: Int, _ mistake: XMLMistake) -> XMLElementNode {
        let tag = piece.prefix { $0 != UInt8(ascii: ">") }
        let head = try? XMLTree.root(of: tag + Array("/>".utf8), firstLine: line)
        return XMLElementNode(
            name: "test-case", attributes: head?.attributes ?? [:], line: head?.line ?? line, mistake: mistake)
    }

    private static func lineEnds(in bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 == UInt8(ascii: "\n") } }

    /// Where cases stand: up to their end tags, or to where another one or the end of the test shows that theirs is missing.
    private static func pieces(of bytes: [UInt8]) -> [Range<Int>] {
        var (pieces, start, position) = ([Range<Int>](), Int?.none, 0)
        while let open = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            let rest = bytes[open...]
            position = open + 1
            if rest.starts(with: "<!--".utf8) {
                position = end(of: "-->", in: rest)
            } else if rest.starts(with: "<![CDATA[".utf8) {
                position = end(of: "]]>", in: rest)
            } else if rest.starts(with: "<test-case".utf8) || rest.starts(with: "</test>".utf8) {
                if let start { pieces.append(start..<open) }
                start = rest.starts(with: "</".utf8) ? nil : open
            } else if rest.starts(with: "</test-case".utf8), let first = start {
                position = end(of: ">", in: rest)
                pieces.append(first..<position)
                start = nil
            }
        }
        if let start { pieces.append(start..<bytes.count) }
        return pieces
    }

    /// Behind the mark; the end of the file where there is none.
    private static func end(of mark: String, in bytes: ArraySlice<UInt8>) -> Int {
        let mark = Array(mark.utf8)
        var rest = bytes
        while let index = rest.firstIndex(of: mark[0]) {
            if bytes[index...].starts(with: mark) { return index + mark.count }
            rest = bytes[(index + 1)...]
        }
        return bytes.endIndex
    }
}
