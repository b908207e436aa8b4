import PatternMatching
import ScriptSyntax
import SourceText

/// The named patterns of a bot, and which of them each pattern uses.
struct PatternCollector {
    let vocabulary: Vocabulary
    private var pending: [(definition: PatternDefinition, file: SourceFile)] = []
    /// Dictionaries that `$Name` means, since no pattern has that name.
    private(set) var dictionaries: Set<String> = []
    private(set) var definitions: [String: (tree: PatternTree, converter: String?)] = [:]
    /// By the name of its pattern.
    private(set) var converters: [String: PatternConverter] = [:]
    private(set) var declared: [DeclaredPattern] = []
    /// Every pattern that was read, with its place.
    private(set) var uses: [(tree: PatternTree, text: PlacedText, file: SourceFile)] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// By the path of a file where its first tag begins.
    private(set) var tops: [String: Int] = [:]

    init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    mutating func collect(_ items: [ScriptItem], in file: SourceFile) {
        for case .tag(let tag) in items {
            if tops[file.path] == nil { tops[file.path] = tag.span.start }
            switch tag.name.text {
            case "patterns":
                for case .pattern(let definition) in tag.items { pending.append((definition, file)) }
            case "theme", "state":
                collect(tag.items, in: file)
            default: break
            }
        }
    }

    /// Reads what was collected, when all names are known. Of two patterns of one name the last counts.
    mutating func readAll() {
        dictionaries = vocabulary.dictionaryNames.subtracting(pending.map(\.definition.name.text))
        var first: [String: DeclaredPattern] = [:]
        for (definition, file) in pending {
            let name = definition.name.text
            let pattern = DeclaredPattern(definition: definition, tree: parse(definition.body, in: file), file: file)
            if let earlier = first[name] { reportDuplicate(pattern, of: earlier) } else { first[name] = pattern }
            let converter = definition.parameters.first { $0.key.text == "converter" }?.value
            definitions[name] = (pattern.tree, converter?.text)
            converters[name] = converter.map { PatternConverter($0, in: file) }
            declared.append(pattern)
            checkParameters(of: definition, in: file)
        }
    }

    /// A named pattern takes one parameter: its converter.
    private mutating func checkParameters(of definition: PatternDefinition, in file: SourceFile) {
        for key in definition.parameters.map(\.key) where key.text != "converter" {
            let near = Spelling.nearest(to: key.text, among: ["converter"])
            let fault = Diagnostic.unknownParameter(
                key.text, of: "$" + definition.name.text, near: near, takes: ["converter"], file: file, at: key.span)
            diagnostics.append(near.map { fault.corrected(key.text, to: $0) } ?? fault)
        }
    }

    /// Adds a pattern that nobody wrote, unless the bot has one of that name.
    mutating func supply(_ name: String, _ body: String) {
        if definitions[name] == nil { definitions[name] = (PatternParser.parse(body).0, nil) }
    }

    private mutating func reportDuplicate(_ pattern: DeclaredPattern, of earlier: DeclaredPattern) {
        diagnostics.append(
            Diagnostic.duplicatePattern(pattern.name, file: pattern.file, at: pattern.definition.name.span)
                .labelled("first declared here", in: earlier.file, at: earlier.definition.name.span))
    }

    /// Parses a pattern and keeps its mistakes, at their places in the file.
    mutating func parse(_ text: PlacedText, in file: SourceFile) -> PatternTree {
        let (parsed, mistakes) = PatternParser.parse(text.text)
        // One without a text was reported by the parser of scripts.
        for mistake in mistakes where !text.text.isEmpty {
            let span = SourceSpan(text.fileOffset(of: mistake.start), text.fileOffset(of: mistake.end))
            let diagnostic = Diagnostic(
                mistake.isError ? .error : .warning, mistake.code, mistake.message, hint: mistake.hint, in: file,
                at: span)
            let fix = isPlain(mistake, of: text, in: file) ? mistake.fix : nil
            diagnostics.append(fix.map { diagnostic.fixed($0.title, by: $0.replacement) } ?? diagnostic)
        }
        let tree = parsed.naming(dictionaries: dictionaries)
        uses.append((tree, text, file))
        return tree
    }

    /// Whether the file has there what the pattern has: between the lines of a pattern there may be comments, which a fix would take away.
    private func isPlain(_ mistake: PatternMistake, of text: PlacedText, in file: SourceFile) -> Bool {
        let start = text.fileOffset(of: mistake.start)
        let pattern = text.text.utf8.dropFirst(mistake.start).prefix(mistake.end - mistake.start)
        return file.bytes[min(start, file.bytes.count)...].starts(with: pattern)
            && text.fileOffset(of: mistake.end) - start == pattern.count
    }

    /// All definitions; a dictionary has one too, for `$repeat<$Name>`.
    var library: PatternLibrary {
        var all = definitions
        for name in dictionaries { all[name] = (PatternParser.parse("$entity<\(name)>").0, nil) }
        return PatternLibrary(definitions: all)
    }
}
