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
        let line = withoutDash(line)
        var reader = LooseReader(line, in: file, textEnds: Self.endsText)
        guard let data = reader.read() else {
            faults += [reader.fault].compactMap(\.self)
            return
        }
        content = data
        let hasArrow = reader.skip("->")
        readEnd(reader.rest(), afterArrow: hasArrow)
        if let content { checkQuotes(content) }
        if let members = content?.members { checkKeys(members) }
        if let content { checkText(content) }
    }

    /// The line without a `-` as lists in YAML have it.
    private mutating func withoutDash(_ line: PlacedText) -> PlacedText {
        guard line.text.hasPrefix("- ") || line.text.hasPrefix("-\"") else { return line }
        let rest = Self.part(of: line, from: 1)
        let dash = SourceSpan(line.span.start, rest.span.start)
        faults.append(
            .buttonDash(file, at: SourceSpan(dash.start, dash.start + 1)).fixed("Remove it", replacing: dash, by: ""))
        return rest
    }

    // MARK: The text

    private mutating func checkText(_ data: LooseData) {
        switch data.content {
        case .text(let text) where text.text.trimmed.isEmpty: faults.append(.buttonWithoutText(file, at: data.span))
        case .object(let members):
            let isNamed = members.contains { ["text", "name", "title", "label"].contains($0.key.text) }
            let isMisspelt = members.contains { Spelling.nearest(to: $0.key.text, among: ["text", "name"]) != nil }
            if !isNamed, !isMisspelt { faults.append(.buttonWithoutText(file, at: data.span)) }
        default: break
        }
    }

    // MARK: The arrow

    /// Arrows as people write them; of two that begin alike the longer one first.
    private static let arrows = [
        "--->", "===>", "-->", "==>", "->", "=>", "- >", "—>", "–>", "→", "⇒", "➔", "➜", "➡\u{FE0F}", "➡", ">",
    ]

    /// The arrow with which the bytes begin.
    private static func arrow(in bytes: some Sequence<UInt8>) -> String? {
        arrows.first { bytes.starts(with: $0.utf8) }
    }

    /// Whether a text without quotes ends here. It may hold signs that look like arrows, unless a path follows them.
    private static func endsText(_ rest: ArraySlice<UInt8>) -> Bool {
        guard let first = rest.first, "-=>".utf8.contains(first) || first == 0xE2, let arrow = arrow(in: rest) else {
            return false
        }
        if arrow.hasSuffix("->") || arrow.hasSuffix("=>") { return true }
        let path = rest.dropFirst(arrow.utf8.count).drop { $0 == 0x20 || $0 == 0x09 }
        return ["/", "./", "../"].contains { path.starts(with: $0.utf8) }
    }

    private mutating func readEnd(_ rest: PlacedText, afterArrow: Bool) {
        if afterArrow {
            let path = withoutComma(rest)
            if path.text.isEmpty { faults.append(.buttonWithoutPath(file, at: rest.span)) } else { target = path }
        } else if withoutComma(rest).text.isEmpty {
            return
        } else if let arrow = Self.arrow(in: rest.text.utf8) {
            readOtherArrow(arrow, rest)
        } else if ["/", "./", "../"].contains(where: rest.text.hasPrefix) {
            target = rest
            let place = SourceSpan(rest.span.start, rest.span.start)
            faults.append(.missingArrow(file, at: rest.span).fixed("Write `->` before it", replacing: place, by: "-> "))
        } else {
            faults.append(.buttonGoesOn(rest.text, file, at: rest.span))
        }
    }

    /// The rest of a line without a comma at its end, which is reported.
    private mutating func withoutComma(_ rest: PlacedText) -> PlacedText {
        guard rest.text.hasSuffix(","), file.text(in: rest.span) == rest.text else { return rest }
        let comma = SourceSpan(rest.span.end - 1, rest.span.end)
        faults.append(.buttonComma(file, at: comma).fixed("Remove it", by: ""))
        return PlacedText(text: rest.text.dropLast().trimmed, span: SourceSpan(rest.span.start, comma.start))
    }

    private mutating func readOtherArrow(_ arrow: String, _ rest: PlacedText) {
        let path = Self.part(of: rest, from: arrow.utf8.count)
        target = path.text.isEmpty ? nil : path
        let place = SourceSpan(rest.span.start, rest.span.start + arrow.utf8.count)
        faults.append(.otherArrow(arrow, file, at: place).fixed("Write `->`", by: "->"))
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
