import BotModel
import Conversations
import SourceText

extension BotRuntime {
    /// What loading the bot's scripts found, for `check`: syntax errors, failures of `init:` and `.js`, and one note for each
    /// service that the scripts use and this version does not have.
    package var loadDiagnostics: [Diagnostic] {
        var explained: Set<String> = []
        return loadFailures.compactMap { failure in
            guard let file = failure.file.flatMap({ bot.files[$0] }) else { return nil }
            if failure.code == "script/syntax" {
                return .syntax(failure, in: context(of: failure), below: block(of: failure, in: file), of: file)
            }
            guard let name = nameOfLibrary(failure) else { return .failure(failure, in: file) }
            return explained.insert(name).inserted ? .fromLibrary(name, failure, in: file) : nil
        } + absences
    }

    /// The name that a failure misses, when it comes or may come from a library whose text is not there.
    private func nameOfLibrary(_ failure: TurnFailure) -> String? {
        let libraries = bot.vocabulary.libraries
        guard failure.message.hasPrefix("ReferenceError: "), failure.message.hasSuffix(" is not defined") else {
            return nil
        }
        let name = String(failure.message.dropFirst(16).dropLast(15))
        return libraries.scriptNames.contains(name) || libraries.areOpen && !PlatformNames.contains(name) ? name : nil
    }

    /// The block of statements or the expression of a tag in which a failure stands; `nil` in a file of JavaScript.
    private func context(of failure: TurnFailure) -> CodeContext? {
        guard let line = failure.line else { return nil }
        let unit = bot.code.first { $0.file == failure.file && $0.lines.contains(line) }
        if let unit { return CodeContext(kind: unit.kind, firstLine: unit.firstLine) }
        let script = bot.startScripts.last { $0.kind == .block && $0.file == failure.file && $0.firstLine <= line }
        return script.map { CodeContext(kind: .block, firstLine: $0.firstLine) }
    }

    /// The tag of the block of statements that holds the failure, unless it stands on the tag's own line or in an expression.
    private func block(of failure: TurnFailure, in file: SourceFile) -> String? {
        guard let line = failure.line, let (text, firstLine) = statements(around: line, in: file) else { return nil }
        // Code on its tag's line has blanks in place of the tag.
        if line == firstLine, text.prefix(while: { !$0.isNewline }) != file.line(line) { return nil }
        return (1..<max(firstLine, 1)).reversed().lazy.compactMap { SyntaxMistake.tag(of: file.line($0)) }.first
    }

    private func statements(around line: Int, in file: SourceFile) -> (text: String, firstLine: Int)? {
        let blocks = bot.code.lazy.filter { $0.isStatements && $0.file == file.path && $0.lines.contains(line) }
        if let block = blocks.first { return (block.text, block.firstLine) }
        let starts = bot.startScripts.filter { $0.kind == .block && $0.file == file.path && $0.firstLine <= line }
        return starts.last.map { ($0.text, $0.firstLine) }
    }

    /// One note a service, at its first use.
    private var absences: [Diagnostic] {
        let missing = missingServices
        guard !missing.isEmpty else { return [] }
        let uses = Dictionary(grouping: scriptNames(nil).filter { $0.use == .read }, by: \.name)
        return missing.compactMap { name in
            guard let places = uses[name], let first = places.first, let file = bot.files[first.file] else {
                return nil
            }
            let span = file.token(line: first.line, column: first.column ?? 1)
            let library = missingLibraries.first { $0.name == name }
            return library.map { .missingLibrary($0.name, from: $0.package, in: file, at: span) }
                ?? .absentService(name, uses: places.count, in: file, at: span)
        }
    }
}

extension Diagnostic {
    fileprivate static func failure(_ failure: TurnFailure, in file: SourceFile) -> Diagnostic {
        guard failure.code != "script/time" else {
            return Diagnostic(
                .warning, failure.code, "This still ran after a second of loading the bot, and was stopped.",
                hint: "Look for a loop that does not end.", in: file,
                at: file.token(line: failure.line ?? 1, column: failure.column))
        }
        let ofTurn = conversationObjects.first { failure.message == "ReferenceError: \($0) is not defined" }
        let hint = ofTurn.map { "`\($0)` belongs to a conversation, and this runs once, when the bot is loaded." }
        return Diagnostic(
            .error, failure.code, failure.message, hint: failure.hint ?? hint, in: file,
            at: file.token(line: failure.line ?? 1, column: failure.column))
    }

    fileprivate static func fromLibrary(_ name: String, _ failure: TurnFailure, in file: SourceFile) -> Diagnostic {
        Diagnostic(
            .note, "script/library-not-loaded",
            "Loading stops here: `\(name)` is to come from a library that is not at hand.",
            hint: "What this script sets further down is missing, too.", in: file,
            at: file.token(line: failure.line ?? 1, column: failure.column))
    }

    private static let conversationObjects = [
        "$session", "$client", "$temp", "$request", "$response", "$parseTree", "$context",
    ]

    fileprivate static func absentService(
        _ name: String, uses: Int, in file: SourceFile, at span: SourceSpan
    ) -> Diagnostic {
        let times = uses == 1 ? "" : " It is used at \(uses) places."
        return Diagnostic(
            .note, "script/absent-service",
            "`\(name)` is not part of this version of Ringback: a script that gets to it fails.\(times)",
            hint: "The bot is loaded and checked as if it were there.", in: file, at: span)
    }

    fileprivate static func missingLibrary(
        _ name: String, from package: String, in file: SourceFile, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .warning, "script/missing-library",
            "`\(name)` comes from a library that this machine does not have: a script that gets to it fails.",
            hint: "Install it: apt-get install \(package)", in: file, at: span)
    }
}

extension CodeUnit {
    fileprivate var lines: ClosedRange<Int> { firstLine...firstLine + text.utf8.count { $0 == UInt8(ascii: "\n") } }
}

extension SourceFile {
    /// The word, the number or the mark at a place of the file (line and column from 1); to the end of the line without a column.
    func token(line: Int, column: Int?) -> SourceSpan {
        let line = min(max(line, 1), lineStarts.count)
        guard let column else {
            let text = self.line(line)
            let start = lineStarts[line - 1]
            return SourceSpan(start + text.prefix { $0 == " " || $0 == "\t" }.utf8.count, start + text.utf8.count)
        }
        let start = offset(line: line, column: column)
        let rest = String(decoding: bytes[start...].prefix(Self.longestToken), as: UTF8.self).unicodeScalars
        let word = rest.prefix { $0.properties.isXIDContinue || $0 == "$" }
        let mark = rest.first.map { $0 == "\n" || $0 == "\r" ? 0 : UTF8.width($0) } ?? 0
        let length = word.isEmpty ? mark : word.reduce(0) { $0 + UTF8.width($1) }
        return SourceSpan(start, min(start + length, bytes.count))
    }

    /// In bytes; more of a name is not marked.
    private static let longestToken = 200
}
