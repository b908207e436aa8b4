import PatternMatching
import ScriptSyntax
import SourceText

/// Links the files of a project into one bot: requires, themes, state paths, named patterns, transitions.
package enum Linker {
    package static func link(_ project: Project) -> (Bot, [Diagnostic]) {
        let (bot, _, diagnostics) = linkWithSources(project)
        return (bot, diagnostics)
    }

    package static func linkWithSources(_ project: Project) -> (Bot, BotSources, [Diagnostic]) {
        var reader = ProjectReader(project: project)
        reader.readAll()
        var outline = Outline()
        for (tree, prefix) in reader.trees { outline.collect(tree, prefix: prefix) }
        outline.reportDuplicates()
        outline.expandActions()
        var patterns = PatternCollector()
        for (tree, _) in reader.trees { patterns.collect(tree.items, in: tree.source) }
        MadePatterns.supply(&patterns, for: outline.drafts.filter(\.isMade))
        var bodies = StateReader(
            outline: outline, patterns: patterns, intents: reader.intents, customTags: [:])
        bodies.readAll()
        bodies.checkCustomTags(in: reader.files)
        var diagnostics = reader.diagnostics + outline.diagnostics + bodies.patterns.checked() + bodies.diagnostics
        if outline.drafts.isEmpty, let first = reader.trees.first,
            !diagnostics.contains(where: { $0.severity == .error })
        {
            diagnostics.append(.noStates(first.tree.source))
        }
        let bot = Bot(
            name: project.name, folder: project.folder, files: reader.files, configuration: project.configuration,
            states: bodies.states, themes: outline.themes, modalThemes: outline.modalThemes, rules: bodies.rules,
            patterns: bodies.patterns.library, startScripts: reader.startScripts, data: reader.data, code: bodies.code,
            intents: reader.intents)
        let sources = BotSources(
            trees: reader.trees.map(\.tree), states: outline.drafts, patterns: bodies.patterns.declared)
        return (bot, sources, diagnostics)
    }
}

/// The states and themes of all files, before anything in them is read.
struct Outline {
    var drafts: [DeclaredState] = []
    private(set) var themes: Set<StatePath> = []
    private(set) var modalThemes: Set<StatePath> = []
    private(set) var diagnostics: [Diagnostic] = []
    /// For the second action tag of a state and those after it: the state in which its answer is awaited.
    var rooms: [ActionPlace: StatePath] = [:]
    var paths: Set<StatePath> = []

    mutating func collect(_ tree: ScriptTree, prefix: StatePath) {
        for case .tag(let tag) in tree.items {
            switch tag.name.text {
            case "theme": collectTheme(tag, in: tree.source, prefix: prefix)
            case "state":
                let hint = "Put it below a theme: `theme: /`, and indent the state."
                diagnostics.append(.misplacedTag("state", expected: hint, file: tree.source, at: tag.span))
                collectStates([tag], below: prefix, in: tree.source)
            case "require", "init", "patterns": break
            default: reportTop(tag, in: tree.source)
            }
        }
    }

    func exists(_ path: StatePath) -> Bool { paths.contains(path) || themes.contains(path) || path == .root }

    /// Every path a transition may name, in the order of declaration.
    var known: [StatePath] { drafts.map(\.path) + themes.sorted() }

    private mutating func collectTheme(_ tag: ScriptTag, in file: SourceFile, prefix: StatePath) {
        let path = StatePath(prefix.names + StatePath(tag.value?.text ?? "/").names)
        for depth in 0...path.depth { themes.insert(StatePath(Array(path.names.prefix(depth)))) }
        if tag.parameter("modal")?.value.text == "true" { modalThemes.insert(path) }
        diagnostics += ParameterCheck(tag, in: file)?.faults ?? []
        collectStates(tag.tags.filter { $0.name.text == "state" }, below: path, in: file)
        for nested in tag.tags where !["state", "init", "patterns", "require"].contains(nested.name.text) {
            reportTop(nested, in: file)
        }
    }

    private mutating func collectStates(_ tags: [ScriptTag], below parent: StatePath, in file: SourceFile) {
        for (ordinal, tag) in tags.enumerated() {
            // An anonymous state is named by its position among its siblings (dsl.md 1.7, uncertain).
            let path = parent.child(tag.value.map(\.text) ?? String(ordinal + 1))
            drafts.append(DeclaredState(path: path, tag: tag, file: file))
            paths.insert(path)
            collectStates(tag.tags.filter { $0.name.text == "state" }, below: path, in: file)
        }
    }

    mutating func reportDuplicates() {
        var first: [StatePath: DeclaredState] = [:]
        for draft in drafts {
            guard let earlier = first[draft.path] else {
                first[draft.path] = draft
                continue
            }
            let line = earlier.file.position(at: earlier.tag.span.start).line
            diagnostics.append(.duplicateState(draft.path, firstLine: line, file: draft.file, at: draft.tag.span))
        }
    }

    private mutating func reportTop(_ tag: ScriptTag, in file: SourceFile) {
        if TagCatalog.description(of: tag.name.text) != nil {
            let hint = "`\(tag.name.text):` belongs into a `state:`; indent it below one."
            diagnostics.append(.misplacedTag(tag.name.text, expected: hint, file: file, at: tag.span))
        } else {
            let near = TagCatalog.suggestion(for: tag.name.text)
            diagnostics.append(.unknownTag(tag.name.text, near: near, file: file, at: tag.name.span))
        }
    }
}

/// The named patterns of a bot, and which of them each pattern uses.
struct PatternCollector {
    private var definitions: [String: (tree: PatternTree, converter: String?)] = [:]
    private(set) var declared: [DeclaredPattern] = []
    private var uses: [(tree: PatternTree, text: PlacedText, file: SourceFile)] = []
    private var diagnostics: [Diagnostic] = []

    mutating func collect(_ items: [ScriptItem], in file: SourceFile) {
        for case .tag(let tag) in items {
            switch tag.name.text {
            case "patterns":
                for case .pattern(let definition) in tag.items { add(definition, in: file) }
            case "theme", "state":
                collect(tag.items, in: file)
            default: break
            }
        }
    }

    /// Adds a pattern that nobody wrote, unless the bot has one of that name.
    mutating func supply(_ name: String, _ body: String) {
        if definitions[name] == nil { definitions[name] = (PatternParser.parse(body).0, nil) }
    }

    private mutating func add(_ definition: PatternDefinition, in file: SourceFile) {
        let name = definition.name.text
        if definitions[name] != nil {
            diagnostics.append(.duplicatePattern(name, file: file, at: definition.name.span))
        }
        let converter = definition.parameters.first { $0.key.text == "converter" }?.value.text
        let tree = parse(definition.body, in: file)
        definitions[name] = (tree, converter)
        declared.append(DeclaredPattern(definition: definition, tree: tree, file: file))
    }

    /// Parses a pattern and keeps its mistakes, at their places in the file.
    mutating func parse(_ text: PlacedText, in file: SourceFile) -> PatternTree {
        let (tree, mistakes) = PatternParser.parse(text.text)
        for mistake in mistakes {
            let span = SourceSpan(text.fileOffset(of: mistake.start), text.fileOffset(of: mistake.end))
            diagnostics.append(
                Diagnostic(
                    mistake.isError ? .error : .warning, mistake.code, mistake.message, hint: mistake.hint, in: file,
                    at: span))
        }
        uses.append((tree, text, file))
        return tree
    }

    var library: PatternLibrary { PatternLibrary(definitions: definitions) }

    /// All mistakes, those about undeclared names too.
    func checked() -> [Diagnostic] {
        diagnostics
            + uses.flatMap { use in
                use.tree.namedReferences.filter { definitions[$0.name] == nil }.map { reference in
                    let span = SourceSpan(
                        use.text.fileOffset(of: reference.start), use.text.fileOffset(of: reference.end))
                    let near = Spelling.nearest(to: reference.name, among: definitions.keys.sorted())
                    return Diagnostic.undefinedPattern(reference.name, near: near, file: use.file, at: span)
                }
            }
    }
}
