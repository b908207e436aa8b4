import SourceText

/// Letters and marks that only look like those of the language: Cyrillic `а`, the wide colon, what nobody sees.
struct Lookalike {
    /// What stands there.
    let written: Unicode.Scalar
    /// What was meant; `nil` where nothing belongs.
    let meant: Character?

    /// For a message: "the Cyrillic letter `а`".
    var description: String {
        if let name = written.nameOfInvisible { return "\(name) (\(written.codePoint))" }
        let isCyrillic = (0x400...0x52F).contains(written.value)
        return isCyrillic ? "the Cyrillic letter `\(written)`" : "the wide `\(written)` (\(written.codePoint))"
    }
}

extension Unicode.Scalar {
    /// What a person would call a character that no editor shows, or shows as a plain blank.
    var nameOfInvisible: String? {
        switch value {
        case 0xA0: "a no-break space"
        case 0x202F: "a narrow no-break space"
        case 0xAD: "a soft hyphen"
        case 0x200B: "a zero-width space"
        case 0x200C: "a zero-width non-joiner"
        case 0x200D: "a zero-width joiner"
        case 0x200E, 0x200F: "a mark of the writing direction"
        case 0x2060: "a word joiner"
        case 0xFEFF: "a byte order mark"
        default: nil
        }
    }

    /// What it should be in a name or a path.
    var visible: String { value == 0xA0 || value == 0x202F ? " " : "" }

    /// `U+200B`.
    var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// The letter or mark of ASCII that this one looks like.
    fileprivate var latin: Character? { Self.latin[self] }

    private static let latin: [Unicode.Scalar: Character] = Dictionary(
        uniqueKeysWithValues: zip(
            "аеорсхуіѕԛԁАВЕКМНОРСТХ：！".unicodeScalars, "aeopcxyisqdABEKMHOPCTX:!"))
}

extension ScriptReader {
    /// The tag that a line begins with once lookalikes are taken for what they look like.
    func lookalikeHead(of line: ScriptLine) -> TagHead? {
        guard mayHoldLookalikes(line) else { return nil }
        let limit = min(line.textEnd, line.textStart + Self.longestLookalike)
        var name = ""
        var first: Lookalike?
        var offset = line.textStart
        for scalar in String(decoding: bytes.slice(line.textStart, limit), as: UTF8.self).unicodeScalars {
            let meant = scalar.isASCII ? Character(scalar) : scalar.latin
            guard meant != nil || scalar.nameOfInvisible != nil else { return nil }
            if !scalar.isASCII, first == nil { first = Lookalike(written: scalar, meant: meant) }
            let place = SourceSpan(offset, offset + UTF8.width(scalar))
            offset = place.end
            if meant == ":" { return head(name, lookalike: first, line.textStart, colon: place) }
            if let meant { name.append(meant) }
        }
        return nil
    }

    private static let longestLookalike = 60

    /// Quick: the line begins with something outside ASCII, or such a mark ends its first word.
    private func mayHoldLookalikes(_ line: ScriptLine) -> Bool {
        let wordEnd = bytes.wordEnd(line.textStart, line.textEnd)
        guard wordEnd < line.textEnd else { return false }
        return bytes[wordEnd] >= 0x80 || bytes[wordEnd] == UInt8(ascii: "!") && bytes[wordEnd + 1] >= 0x80
    }

    private func head(_ written: String, lookalike: Lookalike?, _ start: Int, colon: SourceSpan) -> TagHead? {
        let isBang = written.hasSuffix("!")
        let name = isBang ? String(written.dropLast()) : written
        guard let lookalike, let description = TagCatalog.description(of: name) else { return nil }
        return TagHead(
            name: PlacedText(text: name, span: SourceSpan(start, colon.start)), description: description,
            isBang: isBang, nameEnd: colon.end, colon: nil, valueStart: colon.end, lookalike: lookalike)
    }

    /// Invisible characters in a name or a path, which make it another one.
    mutating func noteInvisible(in span: SourceSpan, isName: Bool = true) {
        guard bytes.slice(span.start, span.end).contains(where: { $0 >= 0x80 }) else { return }
        var changes: [(span: SourceSpan, text: String)] = []
        var first: Lookalike?
        var offset = span.start
        for scalar in bytes.text(span.start, span.end).unicodeScalars {
            let place = SourceSpan(offset, offset + UTF8.width(scalar))
            offset = place.end
            // A text that is no UTF-8 has another length than its characters.
            guard scalar.nameOfInvisible != nil, bytes.text(place.start, min(place.end, span.end)) == String(scalar)
            else { continue }
            first = first ?? Lookalike(written: scalar, meant: nil)
            changes.append((place, scalar.visible))
        }
        guard let first, let place = changes.first?.span else { return }
        report.add(.invisible(first, isName: isName, changes: changes), at: place)
    }
}
