import BotModel
import SourceText

/// A test that expects a state which the bot does not have.
///
/// ```
/// = /Ordr       # bad, in a .talk file: there is only /Order
/// = /Order      # good
/// ```
package enum UnknownTestState: Check {
    package static let code = "check/unknown-test-state"
    package static let summary = "A test names a state that does not exist."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        guard !bot.bot.vocabulary.libraries.areOpen else { return [] }
        var suggestions = StateSuggestions(bot.bot)
        var foreign: [String: Bool] = [:]
        return bot.testReferences.compactMap { reference in
            let file = reference.file
            if foreign[file.path] == nil {
                let root = foreignRoot(of: file)
                foreign[file.path] = root != nil
                if let root { return foreignFormat(root, in: file) }
            }
            guard foreign[file.path] == false, !reference.path.trimmed.isEmpty,
                bot.bot.resolve(reference.path, from: .root) == nil
            else { return nil }
            return finding(reference, in: bot.bot, &suggestions)
        }
    }

    /// The root element of an XML file when it is not that of tests.
    private static func foreignRoot(of file: SourceFile) -> SourceSpan? {
        guard file.path.hasSuffix(".xml") else { return nil }
        var position = file.bytes.startIndex
        while let open = file.bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            let name = file.bytes[(open + 1)...]
            if name.starts(with: "!--".utf8) {
                position = name.firstRange(of: Array("-->".utf8))?.upperBound ?? file.bytes.endIndex
            } else if name.first == UInt8(ascii: "?") || name.first == UInt8(ascii: "!") {
                position = name.startIndex
            } else {
                let end = name.firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: ">") || $0 == .slash } ?? name.endIndex
                return name[..<end].elementsEqual("test".utf8) ? nil : SourceSpan(name.startIndex, end)
            }
        }
        return nil
    }

    private static func foreignFormat(_ root: SourceSpan, in file: SourceFile) -> Diagnostic {
        Diagnostic(
            .warning, code, "This file has not the format of tests: it begins with `<\(file.text(in: root))>`.",
            hint: "A test is `<test><test-case><q>what the caller says</q><state>/Order</state></test-case></test>`.",
            in: file, at: root)
    }

    private static func finding(
        _ reference: TestReference, in bot: Bot, _ suggestions: inout StateSuggestions
    ) -> Diagnostic {
        if let bare = StatePath.unquoted(reference.path) { return quoted(reference, bare, in: bot) }
        return Diagnostic(
            .warning, code, "The test names the state `\(reference.path)`, which does not exist.",
            hint: suggestions.nearest(to: reference.path).map { "There is `\($0)`; did you mean that?" }
                ?? "Write the path of a state of the bot.",
            in: reference.file, at: reference.span)
    }

    private static func quoted(_ reference: TestReference, _ bare: String, in bot: Bot) -> Diagnostic {
        let diagnostic = Diagnostic(
            .warning, code,
            "The test names the state `\(reference.path)`: the quotes are read as a part of its name.",
            hint: "Write `\(bare)`, without quotes.", in: reference.file, at: reference.span)
        let isSure =
            bot.resolve(bare, from: .root) != nil && reference.file.text(in: reference.span) == reference.path
        return isSure ? diagnostic.fixed("Write `\(bare)`", by: bare) : diagnostic
    }
}
