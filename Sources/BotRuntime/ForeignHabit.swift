import BotModel
import SourceText

/// What a script holds by habit from other languages, where the engine gives up: `and`, `<>`, `#` before a comment, a colon after a condition.
struct ForeignHabit {
    let message: String
    /// An order, without its full stop.
    let hint: String
    let span: SourceSpan
    let replacement: String?

    /// - Parameter place: the word or mark at which the engine gives up.
    init?(at place: SourceSpan, in file: SourceFile, _ kind: CodeUnit.Kind?) {
        let found = file.text(in: place)
        let line = LineAround(place, in: file)
        if let operation = Self.operators[found] {
            self.init("`\(found)` is no operator of JavaScript.", "Write `\(operation)`", place, operation)
        } else if let word = line.wordBefore, Self.negations.contains(file.text(in: word)) {
            let gap = SourceSpan(word.start, place.start)
            self.init("`\(file.text(in: word))` is no operator of JavaScript.", "Write `!`", gap, "!")
        } else if found == ">", line.before.hasSuffix("<") {
            let both = SourceSpan(place.start - 1, place.end)
            self.init("`<>` is no operator of JavaScript.", "Write `!=`", both, "!=")
        } else if found == "#" {
            let holder = kind == .condition ? "conditions" : "JavaScript"
            self.init(
                "In \(holder) comments begin with `//`.", kind == .text ? "Remove the comment" : "Write `//`", place,
                kind == .text ? nil : "//")
        } else if found == ":" || found == ";", kind == .condition && line.isAtEnd || kind == .text && found == ";" {
            let what = kind == .condition ? "A condition" : "An expression between `{{` and `}}`"
            self.init("\(what) ends without `\(found)`.", "Remove the `\(found)`", place, "")
        } else {
            return nil
        }
    }

    private init(_ message: String, _ hint: String, _ span: SourceSpan, _ replacement: String?) {
        self.message = message
        self.hint = hint
        self.span = span
        self.replacement = replacement
    }

    private static let operators = [
        "and": "&&", "AND": "&&", "or": "||", "OR": "||", "is": "==", "eq": "==", "и": "&&", "или": "||",
    ]
    private static let negations: Set<String> = ["not", "NOT", "не"]
}

/// What stands on the line around a place; of a long line, the nearest of it.
private struct LineAround {
    let before: String
    /// The word that stands directly before the place, with blanks between.
    let wordBefore: SourceSpan?
    /// Nothing but a comment follows.
    let isAtEnd: Bool

    init(_ place: SourceSpan, in file: SourceFile) {
        let bytes = file.bytes
        let isLineEnd = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
        let head = bytes[..<place.start].suffix(Self.reach)
        let start = head.lastIndex(where: isLineEnd).map { $0 + 1 } ?? head.startIndex
        before = String(decoding: bytes[start..<place.start], as: UTF8.self)
        let trimmed = bytes[start..<place.start].lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? start
        let word = bytes[start..<trimmed].lastIndex { !Self.isLetter($0) }.map { $0 + 1 } ?? start
        wordBefore = word < trimmed && trimmed < place.start ? SourceSpan(word, trimmed) : nil
        let rest = String(decoding: bytes[place.end...].prefix(Self.reach).prefix { !isLineEnd($0) }, as: UTF8.self)
        let text = rest.drop { $0 == " " || $0 == "\t" }
        isAtEnd = text.isEmpty || text.hasPrefix("//")
    }

    private static let reach = 200

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}

/// The block or expression in which a failure stands.
struct CodeContext {
    let kind: CodeUnit.Kind
    let firstLine: Int
}
