import ScriptSyntax
import SourceText

/// Shows that a new layout says what the old one said: the same bytes but for blanks, the same tree, no new mistakes, and
/// a layout that would stay as it is.
struct FormatProof {
    /// What speaks against a layout: "the value of `a:` would be another."
    struct Objection: Sendable {
        let text: String
        /// Where it stands in the old text.
        let span: SourceSpan
    }

    private let before: ScriptTree
    private let mistakes: [String: Int]

    init(before: ScriptTree, _ findings: [Diagnostic]) {
        self.before = before
        mistakes = Self.mistakes(findings)
    }

    func objection(to result: SourceFile) -> Objection? {
        if let span = firstMovedByte(in: result) {
            return Objection(text: "a letter would be another.", span: span)
        }
        let (after, findings) = ScriptParser.parse(result)
        if let difference = ScriptTreeComparison.firstDifference(before, after) {
            return Objection(text: difference.text, span: difference.span)
        }
        if let code = Self.mistakes(findings).first(where: { $0.value > mistakes[$0.key, default: 0] })?.key {
            return Objection(text: "there would be a new mistake (`\(code)`).", span: SourceSpan(0, 0))
        }
        guard ScriptPrinter(after).print() == result.bytes else {
            return Objection(text: "there would be lines to be moved again.", span: SourceSpan(0, 0))
        }
        return nil
    }

    private static func mistakes(_ findings: [Diagnostic]) -> [String: Int] {
        findings.filter { $0.severity == .error }.reduce(into: [:]) { $0[$1.code, default: 0] += 1 }
    }

    // MARK: Bytes

    /// The place of the first byte of the old text that is not blank and not in the new one at its place.
    private func firstMovedByte(in result: SourceFile) -> SourceSpan? {
        var old = SolidBytes(before.source.bytes)
        var new = SolidBytes(result.bytes)
        while true {
            let (here, there) = (old.next(), new.next())
            if here == nil, there == nil { return nil }
            if here != there { return SourceSpan(max(0, old.offset - 1), max(0, old.offset - 1)) }
        }
    }

    /// The bytes that are no blanks, no line ends and no characters without room, such as byte order marks: these may stand in an indent, and
    /// what they change elsewhere shows in the tree.
    private struct SolidBytes {
        let bytes: [UInt8]
        var offset: Int

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        }

        /// U+200B, U+2060 or U+FEFF.
        private var isWithoutRoom: Bool {
            let rest = bytes[offset...]
            return rest.starts(with: [0xE2, 0x80, 0x8B]) || rest.starts(with: [0xE2, 0x81, 0xA0])
                || rest.starts(with: [0xEF, 0xBB, 0xBF])
        }

        mutating func next() -> UInt8? {
            while offset < bytes.count {
                let byte = bytes[offset]
                if byte == 0xC2, offset + 1 < bytes.count, bytes[offset + 1] == 0xA0 {
                    offset += 2
                } else if byte >= 0xE2, isWithoutRoom {
                    offset += 3
                } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
                    offset += 1
                } else {
                    offset += 1
                    return byte
                }
            }
            return nil
        }
    }
}
