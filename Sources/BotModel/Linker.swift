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
        var outline = Outline(vocabulary: reader.vocabulary)
        for (tree, prefix) in reader.trees { outline.collect(tree, prefix: prefix) }
        outline.reportDuplicates()
        outline.expandActions()
        var patterns = PatternCollector(vocabulary: reader.vocabulary)
        for (tree, _) in reader.trees { patterns.collect(tree.items, in: tree.source) }
        patterns.readAll()
        MadePatterns.supply(&patterns, for: outline.drafts.filter(\.isMade))
        var bodies = StateReader(outline: outline, patterns: patterns)
        bodies.readAll()
        bodies.checkCustomTags(in: reader.files)
        var diagnostics =
            reader.diagnostics + outline.diagnostics + bodies.patterns.checked(in: project) + bodies.diagnostics
        if outline.drafts.isEmpty, let first = reader.trees.first,
            !diagnostics.contains(where: { $0.severity == .error })
        {
            diagnostics.append(.noStates(first.tree.source))
        }
        let bot = Bot(
            name: project.name, folder: project.folder, files: reader.files, configuration: reader.configuration,
            states: bodies.states, themes: outline.themes, modalThemes: outline.modalThemes, rules: bodies.rules,
            patterns: bodies.patterns.library, converters: bodies.patterns.converters,
            startScripts: reader.startScripts, data: reader.data, code: bodies.code,
            vocabulary: reader.vocabulary)
        let sources = BotSources(
            trees: reader.trees.map(\.tree), states: outline.drafts, patterns: bodies.patterns.declared,
            dictionaries: reader.vocabulary.dictionaries)
        return (bot, sources, diagnostics)
    }
}

/// The states and themes of all files, before anything in them is read.
struct Outline {
    /// What may be named beside the bot's own states and patterns.
    let vocabulary: Vocabulary
    var drafts: [DeclaredState] = []
    private(set) var themes: Set<StatePath> = []
    private(set) var modalThemes: Set<StatePath> = []
    private(set) var diagnostics: [Diagnostic] = []
    /// For the second action tag of a state and those after it: the state in which its answer is awaited.
    var rooms: [ActionPlace: StatePath] = [:]
    var paths: Set<StatePath> = []

    init(vocabulary: Vocabulary = Vocabulary()) { self.vocabulary = vocabulary }

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

    func exists(_ path: StatePath) -> Bool {
        paths.contains(path) || themes.contains(path) || path == .root || vocabulary.libraries.states.contains(path)
    }

    /// Every path a transition may name, in the order of declaration.
    var known: [StatePath] { drafts.map(\.path) + themes.sorted() + vocabulary.libraries.states.sorted() }

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
            let path = path(of: tag, ordinal: ordinal, below: parent)
            drafts.append(DeclaredState(path: path, tag: tag, file: file))
            paths.insert(path)
            collectStates(tag.tags.filter { $0.name.text == "state" }, below: path, in: file)
        }
    }

    /// A name with a `/` in it is read as a path below the parent, since transitions would take it for one.
    private func path(of tag: ScriptTag, ordinal: Int, below parent: StatePath) -> StatePath {
        guard let name = tag.value else { return parent.child(String(ordinal + 1)) }
        return StatePath(parent.names + (name.text.contains("/") ? StatePath(name.text).names : [name.text]))
    }

    mutating func reportDuplicates() {
        var first: [StatePath: Int] = [:]
        for index in drafts.indices {
            let draft = drafts[index]
            guard let known = first[draft.path] else {
                first[draft.path] = index
                continue
            }
            let earlier = drafts[known]
            diagnostics.append(
                Diagnostic.duplicateState(draft.path, file: draft.file, at: draft.place)
                    .labelled("first declared here", in: earlier.file, at: earlier.place))
        }
    }

    private mutating func reportTop(_ tag: ScriptTag, in file: SourceFile) {
        if TagCatalog.description(of: tag.name.text) != nil {
            let hint =
                tag.name.text == "theme"
                ? "A theme stands at the margin of the file: remove the blanks before it."
                : "`\(tag.shownName):` belongs into a `state:`; indent it below one."
            diagnostics.append(.misplacedTag(tag.shownName, expected: hint, file: file, at: tag.span))
        } else {
            let near = TagCatalog.suggestion(for: tag.name.text)
            diagnostics.append(.unknownTag(tag, near: near, file: file))
        }
    }
}
