import BotModel
import SourceText

/// A name in JavaScript that nothing declares: the script fails when it comes there.
///
/// ```
/// script:
///     $session.total = countPrise($session.items);      // bad: the function is countPrice
/// ```
/// Names may come from required files, `init:` blocks, `$global`, data files and libraries; when a library is not at hand, nothing is said.
package enum UndeclaredName: Check {
    package static let code = "script/undeclared-name"
    package static let summary = "JavaScript uses a name that nothing declares."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        guard !bot.scriptNames.isEmpty, !bot.bot.vocabulary.libraries.areOpen else { return [] }
        let declared = declaredNames(in: bot)
        var hints: [String: String?] = [:]
        return bot.scriptNames.compactMap { use in
            guard use.use == .read, !declared.contains(use.name), !ScriptGlobals.names.contains(use.name),
                let file = bot.bot.files[use.file], !file.path.hasSuffix(".min.js")
            else { return nil }
            let near =
                hints[use.name]
                ?? Spelling.nearest(to: use.name, among: declared.sorted() + ScriptGlobals.names.sorted())
            hints[use.name] = .some(near)
            return finding(use, near, in: file)
        }
    }

    private static func declaredNames(in bot: CheckedBot) -> Set<String> {
        var names = Set(bot.scriptNames.filter { $0.use == .declared }.map(\.name))
        names.formUnion(bot.bot.data.map(\.name))
        names.formUnion(bot.bot.vocabulary.dataVariables)
        names.formUnion(bot.bot.vocabulary.libraries.scriptNames)
        for script in bot.survey.scripts {
            for token in script.tokens.indices where script.isToken(token, "$global") && script.isToken(token + 1, ".")
            {
                names.insert(script.text(token + 2))
            }
        }
        return names
    }

    private static func finding(_ use: ScriptName, _ near: String?, in file: SourceFile) -> Diagnostic {
        Diagnostic(
            .warning, code, "Nothing declares the name `\(use.name)`.",
            hint: near.map { "There is `\($0)`; did you mean that?" }
                ?? "Declare it (`var \(use.name)`), or require the file that does.", in: file,
            at: span(of: use, in: file))
    }

    private static func span(of use: ScriptName, in file: SourceFile) -> SourceSpan {
        guard file.lineStarts.indices.contains(use.line - 1) else { return SourceSpan(0, 0) }
        var start = file.lineStarts[use.line - 1]
        var scalars = max((use.column ?? 1) - 1, 0)
        while scalars > 0, start < file.bytes.count, file.bytes[start] != .lineFeed {
            start += 1
            while start < file.bytes.count, file.bytes[start] & 0xC0 == 0x80 { start += 1 }
            scalars -= 1
        }
        let end = use.column == nil ? start : min(start + use.name.utf8.count, file.bytes.count)
        return SourceSpan(start, end)
    }
}

/// The names that every script finds: those of the runtime (dsl.md 5) and of JavaScript itself.
enum ScriptGlobals {
    static let names: Set<String> = Set(
        """
        $analytics $caila $client $context $conversationApi $dialer $entities $env $faq $global $http $imputer $injector $integration $jsapi
        $mail $nlp $parseTree $pushgate $reactions $request $response $secrets $session $storage $temp
        _ bind capitalize currentDate global hasOperatorsOnline log moment parseXml toPrettyString
        AggregateError Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError Float32Array Float64Array
        Function Infinity Int16Array Int32Array Int8Array Iterator JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError
        Reflect RegExp Set String Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakSet
        arguments console decodeURI decodeURIComponent encodeURI encodeURIComponent escape eval exports globalThis isFinite isNaN module
        parseFloat parseInt require setTimeout clearTimeout setInterval clearInterval this undefined unescape
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
