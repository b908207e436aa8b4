import ScriptSyntax
import SourceText

/// One line below `buttons:`: what the button shows, and the path after its arrow. Where people write another arrow or none, it is
/// reported and still read.
struct ButtonLine {
    private let file: SourceFile
    private(set) var content: LooseData?
    private(set) var target: PlacedText?
    private(set) var faults: [Diagnostic] = []

    init(_ line: PlacedText, in file: SourceFile) {
        self.file = file
        var reader = LooseReader(line, in: file)
        guard let data = reader.read() else {
            faults = [reader.fault].compactMap(\.self)
            return
        }
        content = data
        let hasArrow = reader.skip("->")
        readEnd(reader.rest(), afterArrow: hasArrow)
        if let content { checkQuotes(content) }
        if let members = content?.members { checkKeys(members) }
    }

    // MARK: The arrow

    private static let otherArrows = ["=>", "-->", "==>", "→", "⇒", "➔", "➡", "—>", "–>", "- >", ">"]

    private mutating func readEnd(_ rest: PlacedText, afterArrow: Bool) {
        if afterArrow {
            if rest.text.isEmpty { faults.append(.buttonWithoutPath(file, at: rest.span)) } else { target = rest }
        } else if rest.text.isEmpty || rest.text == "," {
            readArrowInText()
        } else if let arrow = Self.otherArrows.first(where: rest.text.hasPrefix) {
            readOtherArrow(arrow, rest)
        } else if ["/", "./", "../"].contains(where: rest.text.hasPrefix) {
            target = rest
            let place = SourceSpan(rest.span.start, rest.span.start)
            faults.append(.missingArrow(file, at: rest.span).fixed("Write `->` before it", replacing: place, by: "-> "))
        } else {
            faults.append(.buttonGoesOn(rest.text, file, at: rest.span))
        }
    }

    private mutating func readOtherArrow(_ arrow: String, _ rest: PlacedText) {
        let path = Self.part(of: rest, from: arrow.utf8.count)
        target = path.text.isEmpty ? nil : path
        let place = SourceSpan(rest.span.start, rest.span.start + arrow.utf8.count)
        faults.append(.otherArrow(arrow, file, at: place).fixed("Write `->`", by: "->"))
    }

    /// A text without quotes goes on to the end of its line, another arrow included.
    private mutating func readArrowInText() {
        guard case .bare(let text)? = content?.content else { return }
        let places = ["=>", "→"].compactMap { arrow in text.text.firstRange(of: arrow).map { (arrow, $0) } }
        guard let (arrow, range) = places.min(by: { $0.1.lowerBound < $1.1.lowerBound }) else { return }
        let start = text.text.utf8.distance(from: text.text.startIndex, to: range.lowerBound)
        let label = text.text[..<range.lowerBound].trimmed
        guard !label.isEmpty else { return }
        let span = SourceSpan(text.span.start, text.span.start + label.utf8.count)
        content = LooseData(content: .bare(PlacedText(text: label, span: span)), span: span)
        readOtherArrow(arrow, Self.part(of: text, from: start))
    }

    /// The text from a byte on, without blanks before it.
    private static func part(of text: PlacedText, from start: Int) -> PlacedText {
        let rest = text.text.utf8.dropFirst(start)
        let blanks = rest.prefix { $0 == 0x20 || $0 == 0x09 }.count
        let part = String(rest.dropFirst(blanks)) ?? ""
        let first = text.span.start + start + blanks
        return PlacedText(text: part, span: SourceSpan(first, max(first, text.span.end)))
    }

    // MARK: The content

    private static let opening: Set<Character> = ["“", "„", "«", "‘", "‟"]
    private static let closing: Set<Character> = ["”", "“", "»", "’", "‟"]

    /// Quotes that a text processor has written are part of the text.
    private mutating func checkQuotes(_ data: LooseData) {
        switch data.content {
        case .bare(let text): checkQuotes(text)
        case .text: break
        case .list(let values): values.forEach { checkQuotes($0) }
        case .object(let members):
            for member in members {
                checkQuotes(member.key)
                checkQuotes(member.value)
            }
        }
    }

    private mutating func checkQuotes(_ text: PlacedText) {
        guard let first = text.text.first, Self.opening.contains(first) else { return }
        let fault = Diagnostic.curlyQuotes(String(first), file, at: text.span)
        guard text.text.count > 1, let last = text.text.last, Self.closing.contains(last),
            file.text(in: text.span) == text.text, !text.text.contains("\"")
        else { return faults.append(fault) }
        faults.append(fault.fixed("Write straight quotes", by: "\"" + text.text.dropFirst().dropLast() + "\""))
    }

    private static let keys = [
        "text", "url", "transition", "callback_data", "request_contact", "request_location", "force_reply", "name",
    ]

    private mutating func checkKeys(_ members: [LooseData.Member]) {
        let given = Set(members.map(\.key.text))
        for key in members.map(\.key) where !Self.keys.contains(key.text) {
            let free = Self.keys.filter { !given.contains($0) }
            guard let meant = Spelling.nearest(to: key.text, among: free) else { continue }
            let fault = Diagnostic.misspeltButtonKey(key.text, meant: meant, file, at: key.span)
            faults.append(file.text(in: key.span) == key.text ? fault.fixed("Write `\(meant)`", by: meant) : fault)
        }
    }
}
