import CivilTime
import SourceText

/// Reads `.talk` files: one case after another, every line of a known kind (the README of this room has the whole format).
package enum TalkReader {
    /// - Returns: the cases that can be played, and what is wrong with the others and between them.
    package static func read(_ file: SourceFile) -> TalkFile {
        var reading = TalkReading(file: file)
        for number in 1...file.lineStarts.count { reading.take(TalkLine(number, of: file)) }
        reading.endCase()
        return TalkFile(cases: reading.cases, strays: reading.strays)
    }
}

/// What a test file holds.
package struct TalkFile: Sendable, Hashable {
    /// A case, and what is wrong with its lines; one with problems is not played.
    package struct Entry: Sendable, Hashable {
        package var talk: TalkCase
        package var problems: [Diagnostic]
    }

    package var cases: [Entry]
    /// What is wrong outside the cases.
    package var strays: [Diagnostic]

    /// Everything that is wrong, in the order of the lines.
    package var diagnostics: [Diagnostic] {
        (strays + cases.flatMap(\.problems)).sorted { $0.start < $1.start }
    }
}

/// A line with its place.
struct TalkLine {
    let number: Int
    let file: SourceFile
    let text: String

    init(_ number: Int, of file: SourceFile) {
        self.number = number
        self.file = file
        text = file.line(number)
    }

    var isIndented: Bool { text.first?.isWhitespace == true }

    /// The line, or the part of it that is guilty.
    func span(of part: Substring? = nil) -> SourceSpan {
        let start = file.lineStarts[number - 1]
        guard let part, !part.isEmpty else { return SourceSpan(start, start + text.utf8.count) }
        let offset = text.utf8.distance(from: text.startIndex, to: part.startIndex)
        return SourceSpan(start + offset, start + offset + part.utf8.count)
    }
}

/// A file that is being read.
struct TalkReading {
    let file: SourceFile
    var cases: [TalkFile.Entry] = []
    var strays: [Diagnostic] = []
    /// The case that is being read, and its `at`, which waits for its `zone`.
    var current: TalkFile.Entry?
    var headsSeen: Set<String> = []
    var moment: (text: String, line: TalkLine)?
    /// Whether an indented line would go on with the last step.
    var continues = false

    mutating func take(_ line: TalkLine) {
        let content = line.text.trimmed
        if content.isEmpty { return }
        if line.isIndented, continues { return extendLastStep(by: content) }
        if content.hasPrefix("//") { return }
        if line.isIndented { return report(.strayContinuation(line), at: line) }
        if line.text.hasPrefix("# ") || content == "#" {
            return beginCase(named: String(content.dropFirst()).trimmed, at: line)
        }
        guard current != nil else { return report(.beforeFirstCase(line), at: line) }
        continues = false
        do { try takeStep(line, content) } catch { report(error, at: line) }
    }

    mutating func report(_ mistake: TalkMistake, at line: TalkLine) {
        let diagnostic = Diagnostic(
            .error, mistake.code, mistake.message, hint: mistake.hint, in: file, at: line.span(of: mistake.part))
        if current == nil {
            // One missing `# name` is one mistake, not one for every line below it.
            if strays.isEmpty { strays.append(diagnostic) }
        } else {
            current?.problems.append(diagnostic)
        }
    }

    mutating func endCase() {
        resolveMoment()
        guard let entry = current else { return }
        if entry.talk.steps.isEmpty, entry.problems.isEmpty {
            report(.emptyCase(entry.talk.name), at: TalkLine(entry.talk.line, of: file))
        }
        if let entry = current { cases.append(entry) }
        current = nil
    }

    private mutating func beginCase(named name: String, at line: TalkLine) {
        endCase()
        headsSeen = []
        continues = false
        current = TalkFile.Entry(talk: TalkCase(name: name, line: line.number), problems: [])
        if name.isEmpty { report(.namelessCase, at: line) }
    }

    private mutating func takeStep(_ line: TalkLine, _ content: String) throws(TalkMistake) {
        let rest = Substring(content).dropFirst()
        switch content.first {
        case ">": add(.act(.says(rest.trimmed)), line, continues: true)
        case "<":
            add(
                .expectation(.reply(Self.expectedText(rest.trimmed), state: nil, firstState: nil)), line,
                continues: true)
        case "=": add(.expectation(.state(try Self.statePath(rest.trimmed))), line)
        case "!": add(.expectation(try DirectiveLine(line).expectation), line)
        case "@": add(.act(try ActLine(line).act), line)
        default: try takeHead(line, content)
        }
    }

    private mutating func add(_ kind: TalkStep.Kind, _ line: TalkLine, continues: Bool = false) {
        current?.talk.steps.append(TalkStep(line: line.number, source: line.text.trimmed, kind: kind))
        self.continues = continues
    }

    private static func expectedText(_ written: String) -> ExpectedText {
        written.hasSuffix("…") ? ExpectedText(String(written.dropLast()), .beginning) : ExpectedText(written)
    }

    private static func statePath(_ written: String) throws(TalkMistake) -> String {
        guard written.hasPrefix("/"), !written.contains(where: \.isNewline) else { throw .badState(written) }
        return written
    }

    /// An indented line belongs to the words above it; the `…` that leaves the rest free is then at its own end.
    private mutating func extendLastStep(by content: String) {
        guard var entry = current, let last = entry.talk.steps.indices.last else { return }
        switch entry.talk.steps[last].kind {
        case .act(.says(let words)): entry.talk.steps[last].kind = .act(.says(words + "\n" + content))
        case .expectation(.reply(let expected, let state, let first)):
            let above = expected.reading == .beginning ? expected.text + "…" : expected.text
            let text = Self.expectedText(above + "\n" + content)
            entry.talk.steps[last].kind = .expectation(.reply(text, state: state, firstState: first))
        default: preconditionFailure("only words of the caller and of the bot go on in an indented line")
        }
        entry.talk.steps[last].source += " " + content
        current = entry
    }
}
