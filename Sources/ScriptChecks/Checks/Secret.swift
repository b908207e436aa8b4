import SourceText

/// A password, key or token that stands in a file of the bot, where everybody with the files reads it.
///
/// ```
/// headers: {"Authorization": "Bearer eyJh…"}                              // bad
/// headers: {"Authorization": "Bearer " + $secrets.get("crmToken")}        // good
/// ```
/// The secret itself is never shown. Well-known forms (`Bearer …`, `api_key=…`) count in comments, too: everybody reads them there.
package enum Secret: Check {
    package static let code = "check/secret"
    package static let summary = "A password, key or token that is written out in a file of the bot."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        // The quoted values of the configuration look like those of an object.
        let configuration = bot.bot.files["chatbot.yaml"].map {
            CodePiece(.value, in: $0, at: SourceSpan(0, $0.bytes.count), state: nil)
        }
        return (bot.survey.scripts + [configuration].compactMap(\.self)).flatMap(members)
            + bot.bot.files.values.flatMap(wellKnown)
    }

    // MARK: `password: "…"`

    private static func members(_ script: CodePiece) -> [Diagnostic] {
        script.tokens.indices.compactMap { token in
            guard let value = script.string(token), isSecret(value), !script.isToken(token + 1, "+"),
                script.isToken(token - 1, ":") || script.isToken(token - 1, "="),
                namesSecret((script.string(token - 2) ?? script.text(token - 2)).lowercased())
            else { return nil }
            let span = script.span(of: token)
            return finding(SourceSpan(span.start + 1, span.end - 1), in: script.file)
        }
    }

    private static func namesSecret(_ name: String) -> Bool {
        let plain = name.filter { $0.isLetter }
        return [
            "password", "apikey", "accesstoken", "authtoken", "bottoken", "secretkey", "clientsecret", "privatekey",
            "appid", "token",
        ].contains {
            plain.hasSuffix($0)
        }
    }

    /// Long enough, in one word, with letters and digits, not a placeholder or a name of something.
    private static func isSecret(_ text: String) -> Bool {
        guard text.utf8.count >= 12, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
        guard !text.contains("{{"), !text.hasPrefix("$"), !text.contains("://") else { return false }
        return text.contains(where: \.isNumber) && text.contains(where: \.isLetter)
    }

    // MARK: `Bearer …`, `api_key=…`

    /// Words after which a secret follows, when it is long enough and has a digit.
    private static let openings: [(text: StaticString, length: Int)] = [
        ("Bearer ", 20), ("Basic ", 16), ("api_key=", 16), ("apikey=", 16), ("appid=", 20),
        ("api.telegram.org/bot", 30), ("access_token=", 20),
    ]

    private static func wellKnown(_ file: SourceFile) -> [Diagnostic] {
        guard [".sc", ".js", ".yaml", ".yml"].contains(where: file.path.hasSuffix) else { return [] }
        return openings.flatMap { opening in
            file.occurrences(of: opening.text).compactMap { hit -> Diagnostic? in
                let start = hit + opening.text.utf8CodeUnitCount
                let end = file.bytes[start...].firstIndex { !isKeyByte($0) } ?? file.bytes.count
                let hasDigit = file.bytes[start..<end].contains { (0x30...0x39).contains($0) }
                return end - start >= opening.length && hasDigit ? finding(SourceSpan(start, end), in: file) : nil
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
                "Keep it among the secrets of the project and read it by `$secrets.get(\"name\")`; let this one be replaced.",
            in: file, at: span)
        diagnostic.isConfidential = true
        return diagnostic
    }
}
