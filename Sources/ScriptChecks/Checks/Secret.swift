import JavaScriptTokens
import SourceText

/// A password, key or token that stands in a file of the bot, where everybody with the files reads it.
///
/// ```
/// headers: {"Authorization": "Bearer eyJh…"}                              // bad
/// headers: {"Authorization": "Bearer " + $secrets.get("crmToken")}        // good
/// ```
/// The secret itself is never shown. Comments count, too, and so do `.js` files of the bot's folder that nothing requires: everybody reads them.
package enum Secret: Check {
    package static let code = "check/secret"
    package static let summary = "A password, key or token that is written out in a file of the bot."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let files = (Array(bot.bot.files.values) + bot.otherFiles).filter { file in
            [".sc", ".js", ".yaml", ".yml"].contains(where: file.path.hasSuffix)
        }.sorted { $0.path < $1.path }
        var places = files.map { NamedValues(of: $0).spans + wellKnown($0) }
        let secrets = Set(
            zip(files, places).flatMap { file, spans in
                spans.filter { $0.end - $0.start <= longest }.map { file.bytes[$0.start..<$0.end] }
            })
        for secret in secrets.sorted(by: { $0.lexicographicallyPrecedes($1) }).prefix(mostSearched) {
            for (number, file) in files.enumerated() { places[number] += file.places(of: secret) }
        }
        return zip(files, places).flatMap { file, spans in Set(spans).map { finding($0, in: file) } }
    }

    /// Secrets that are looked for all over the bot: what is found once may stand elsewhere under another name.
    private static let mostSearched = 20
    /// Longer ones are certificates and files in letters; they are told where they have a name only.
    private static let longest = 2000

    // MARK: `password: "…"`

    /// The values in a text that have the name of a secret, whatever the language and also in comments: `apiKey: "…"`, `let token = '…'`; in YAML
    /// without quotes, too.
    private struct NamedValues {
        private let bytes: [UInt8]
        private let isYAML: Bool
        private(set) var spans: [SourceSpan] = []

        init(of file: SourceFile) {
            bytes = file.bytes
            isYAML = file.path.hasSuffix(".yaml") || file.path.hasSuffix(".yml")
            for position in bytes.indices
            where bytes[position] == UInt8(ascii: ":") || bytes[position] == UInt8(ascii: "=") {
                guard let value = value(after: position), value.end - value.start <= Secret.longest else { continue }
                let text = String(decoding: bytes[value.start..<value.end], as: UTF8.self)
                guard
                    Secret.isSecret(text) && Secret.namesSecret(name(before: position))
                        || Secret.isChosen(text) && Secret.namesPassword(name(before: position))
                else { continue }
                spans.append(value)
            }
        }

        private func value(after mark: Int) -> SourceSpan? {
            var start = mark + 1
            while start < bytes.count, isBlank(bytes[start]) { start += 1 }
            // A string inside a string has its quotes escaped.
            while start < bytes.count, bytes[start] == .backslash { start += 1 }
            guard start < bytes.count else { return nil }
            if Self.quotes.contains(bytes[start]) { return quoted(from: start + 1) }
            guard isYAML, start > mark + 1 else { return nil }
            let end = bytes[start...].firstIndex { $0 <= 0x20 } ?? bytes.count
            return SourceSpan(start, end)
        }

        /// Up to the quote, on the same line; what is put together (`"key" + number`) is not looked at.
        private func quoted(from start: Int) -> SourceSpan? {
            let quote = bytes[start - 1]
            var end = start
            while end < bytes.count, bytes[end] > 0x20, bytes[end] != quote, bytes[end] != .backslash { end += 1 }
            guard end < bytes.count, bytes[end] == quote || bytes[end] == .backslash else { return nil }
            var next = end
            while next < bytes.count, bytes[next] == quote || bytes[next] == .backslash || isBlank(bytes[next]) {
                next += 1
            }
            return next < bytes.count && bytes[next] == UInt8(ascii: "+") ? nil : SourceSpan(start, end)
        }

        /// In small letters.
        private func name(before mark: Int) -> String {
            var end = mark
            while end > 0, isBlank(bytes[end - 1]) || isQuote(bytes[end - 1]) { end -= 1 }
            var start = end
            while start > 0, end - start < 40, bytes[start - 1].isNameByte || bytes[start - 1] == UInt8(ascii: "-") {
                start -= 1
            }
            return String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
        }

        private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

        private static let quotes = Array("\"'`".utf8)

        private func isQuote(_ byte: UInt8) -> Bool { byte == .backslash || Self.quotes.contains(byte) }
    }

    private static func namesSecret(_ name: String) -> Bool {
        let plain = name.filter { $0.isLetter }
        return [
            "password", "apikey", "accesstoken", "authtoken", "bottoken", "secretkey", "clientsecret", "privatekey",
        ].contains(where: plain.contains)
            || ["appid", "token"].contains { plain.hasSuffix($0) || plain.hasPrefix($0) }
    }

    /// Long enough, in one word, with letters and digits, not a placeholder or a name of something.
    private static func isSecret(_ text: String) -> Bool {
        guard text.utf8.count >= 12, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
        guard !text.contains("{{"), !text.contains("${"), !text.hasPrefix("$"), !text.contains("://") else {
            return false
        }
        return text.contains(where: \.isNumber) && text.contains(where: \.isLetter)
    }

    private static func namesPassword(_ name: String) -> Bool {
        let plain = name.filter(\.isLetter)
        return ["password", "passwd", "pwd", "secret"].contains(where: plain.hasSuffix)
    }

    /// A password that somebody has thought of: letters and digits in one word. Places to fill in say what belongs there.
    private static func isChosen(_ text: String) -> Bool {
        guard text.utf8.count >= 6, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
        let plain = text.lowercased()
        let placeholders = [
            "pass", "pwd", "secret", "your", "example", "change", "xxx", "***", "test", "{{", "${", "://",
        ]
        guard !placeholders.contains(where: plain.contains), !"$<[%/#.".contains(text.prefix(1)) else { return false }
        return text.contains(where: \.isNumber) && text.contains(where: \.isLetter)
    }

    // MARK: `Bearer …`, `api_key=…`

    /// Words after which a secret follows, when it is long enough and has a digit.
    private static let openings: [(text: StaticString, length: Int)] = [
        ("Bearer ", 20), ("Basic ", 16), ("api_key=", 16), ("apikey=", 16), ("appid=", 20),
        ("api.telegram.org/bot", 30), ("access_token=", 20),
    ]

    private static func wellKnown(_ file: SourceFile) -> [SourceSpan] {
        openings.flatMap { opening in
            file.occurrences(of: opening.text).compactMap { hit -> SourceSpan? in
                let start = hit + opening.text.utf8CodeUnitCount
                let end = file.bytes[start...].firstIndex { !isKeyByte($0) } ?? file.bytes.count
                let hasDigit = file.bytes[start..<end].contains { (0x30...0x39).contains($0) }
                return end - start >= opening.length && hasDigit ? SourceSpan(start, end) : nil
            }
        }
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "="), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "+"):
            true
        default: false
        }
    }

    private static func finding(_ span: SourceSpan, in file: SourceFile) -> Diagnostic {
        var diagnostic = Diagnostic(
            .warning, code, "This looks like a key or password; everybody who gets the bot's files can use it.",
            hint:
                "Keep it among the secrets of the project and read it by `$secrets.get(\"name\")`; then get a new one, since this one is no secret any more.",
            in: file, at: span)
        diagnostic.isConfidential = true
        return diagnostic
    }
}
