import ScriptSyntax
import SourceText

/// A variable in an answer without `{{ }}`: the caller hears its name.
///
/// ```
/// a: Hello, $client.name!        # bad: says "dollar client dot name"
/// a: Hello, {{$client.name}}!    # good
/// ```
/// Quiet about a `$` before any other word: prices and names of patterns are written so.
package enum LiteralVariable: Check {
    package static let code = "check/literal-variable"
    package static let summary = "A variable such as `$client.name` in an answer, without `{{ }}` around it."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        bot.survey.tags.flatMap { placed -> [Diagnostic] in
            guard placed.tag.name.text == "a" else { return [] }
            let options = placed.tag.parameters.filter { ["tts", "html", "markdown"].contains($0.key.text) }
            let spans = [placed.tag.value?.span].compactMap(\.self) + options.map(\.value.span)
            return spans.flatMap { findings(in: $0, of: placed.file) }
        }
    }

    /// The variables that scripts have in every bot.
    private static let variables = ["session", "client", "temp", "request", "parseTree", "context", "injector"].map {
        Array("$\($0).".utf8)
    }

    private static func findings(in span: SourceSpan, of file: SourceFile) -> [Diagnostic] {
        let bytes = file.bytes
        var found: [Diagnostic] = []
        var braces = 0
        var position = span.start
        while position < span.end {
            defer { position += 1 }
            switch bytes[position] {
            case UInt8(ascii: "{"): braces += 1
            case UInt8(ascii: "}"): braces = max(0, braces - 1)
            case UInt8(ascii: "$") where braces == 0:
                guard let end = endOfVariable(bytes[position..<span.end]) else { continue }
                found.append(finding(SourceSpan(position, end), in: file))
                position = end - 1
            default: break
            }
        }
        return found
    }

    /// Past `$client.name`, with all fields of fields; a full stop at the end is that of the sentence.
    private static func endOfVariable(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let variable = variables.first(where: { bytes.starts(with: $0) }) else { return nil }
        let fields = bytes.startIndex + variable.count
        var end = fields
        while end < bytes.endIndex, isPart(bytes[end]) { end += 1 }
        while end > fields, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
        return end > fields ? end : nil
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    private static func finding(_ span: SourceSpan, in file: SourceFile) -> Diagnostic {
        let right = "{{\(file.text(in: span))}}"
        return Diagnostic(
            .warning, code, "The caller hears `\(file.text(in: span).prefix(60))` itself, not what it holds.",
            hint: "Write `\(right.prefix(70))`.", in: file, at: span
        )
        .fixed("Write `\(right.prefix(70))`", by: right)
    }
}
