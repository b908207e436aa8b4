/// Which spellings of a phone an import takes for one.
package enum PhoneNormalisation: String, Sendable, Hashable, CaseIterable {
    /// The digits count, as they are.
    case none
    /// `8XXXXXXXXXX`, and ten digits that begin with 9, are Russian phones: `7XXXXXXXXXX`.
    case russian = "RU"

    /// The digits that make two spellings one number.
    package func key(ofDigits digits: String, isInternational: Bool = false) -> String {
        guard self == .russian, !isInternational else { return digits }
        if digits.utf8.count == 11, digits.hasPrefix("8") { return "7" + digits.dropFirst() }
        if digits.utf8.count == 10, digits.hasPrefix("9") { return "7" + digits }
        return digits
    }
}

/// A phone as a file gives it, with the digits that it is called by.
package struct ImportedPhone: Sendable, Hashable {
    /// As it was given; reports show it so.
    package let text: String
    package let key: String

    /// - Throws: why nobody could be called by that.
    package init(_ given: String, _ normalisation: PhoneNormalisation = .none) throws(ImportFault) {
        let text = given.trimmed
        guard !text.isEmpty else { throw .phoneMissing }
        guard let digits = Self.digits(of: text) else { throw Self.trouble(with: text) }
        guard (5...15).contains(digits.utf8.count) else {
            throw .phone(text, "has \(digits.utf8.count) digits", hint: Self.lengthHint(digits.utf8.count))
        }
        self.text = text
        key = normalisation.key(ofDigits: digits, isInternational: text.hasPrefix("+"))
    }

    /// `nil` when anything else stands between them than what people write between digits.
    private static func digits(of text: String) -> String? {
        var digits = ""
        for (place, scalar) in text.unicodeScalars.enumerated() {
            switch scalar {
            case "0"..."9": digits.unicodeScalars.append(scalar)
            case "+" where place == 0: continue
            // Spreadsheets put spaces and hyphens there that do not break a line.
            case "(", ")", "-", " ", "\u{A0}", "\u{202F}", "\u{2011}", "\u{2013}": continue
            case "." where !text.hasSuffix(".0"): continue
            default: return nil
            }
        }
        return digits
    }

    private static func lengthHint(_ count: Int) -> String {
        count < 5
            ? "Write the whole phone, with its country code: 5 to 15 digits."
            : "A phone has 5 to 15 digits; write one phone a row."
    }

    private static func trouble(with text: String) -> ImportFault {
        if isExponent(text) { return .phoneExponent(text) }
        if text.isFormula || text.first.map({ "+-".contains($0) }) == true && text.contains(where: \.isLetter) {
            return .formula(text, field: "phone")
        }
        if text.hasSuffix(".0") { return .phoneDecimal(text) }
        if text.dropFirst().contains(where: { ",;/+".contains($0) }) {
            return .phone(
                text, "seems to be more than one",
                hint: "Write one phone a row; rows of one person get the same `contact`.")
        }
        let odd = text.first { !$0.isNumber && !"+()-. ".contains($0) || !$0.isASCII }
        return .phone(text, odd.map { "has `\($0)` in it" } ?? "cannot be read")
    }

    /// `7,92E+10`
    private static func isExponent(_ text: String) -> Bool {
        let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return false }
        return parts[0].contains(where: \.isNumber) && parts[0].allSatisfy { $0.isNumber || ",.".contains($0) }
            && parts[1].contains(where: \.isNumber) && parts[1].allSatisfy { $0.isNumber || "+-".contains($0) }
    }
}

extension String {
    /// Whether a spreadsheet would work it out: `=HYPERLINK(…)`, `@cmd(…)`.
    var isFormula: Bool {
        if utf8.first == UInt8(ascii: "=") { return true }
        guard utf8.first == UInt8(ascii: "@") else { return false }
        return utf8.contains { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "!") }
    }

    /// Without the blanks around it, also those that do not break a line.
    var trimmed: String {
        let blanks: Set<Unicode.Scalar> = [" ", "\t", "\u{A0}", "\r", "\n", "\u{202F}", "\u{FEFF}"]
        guard let first = unicodeScalars.first, let last = unicodeScalars.last,
            blanks.contains(first) || blanks.contains(last)
        else { return self }
        var rest = unicodeScalars[...]
        while let first = rest.first, blanks.contains(first) { rest.removeFirst() }
        while let last = rest.last, blanks.contains(last) { rest.removeLast() }
        return String(rest)
    }
}
