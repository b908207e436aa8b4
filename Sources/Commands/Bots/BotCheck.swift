import BotModel
import BotRuntime
import FoundationEssentials
import Replay
import ScriptChecks
import SourceText
import Utterances

/// Everything that is to be said about one bot: what reading, linking, loading and the checks find.
package struct BotCheck {
    package let bot: Bot
    package let paths: ShownPath
    /// The files that findings speak of, by `SourceFile.path`.
    package let files: [String: SourceFile]
    /// File by file in the order of reading, from top to bottom in each, nothing twice.
    package let findings: [Diagnostic]

    /// - Parameter path: a bot's folder, a script, or `-` for a script from standard input.
    /// - Throws: `Trouble` when there is nothing to check at all.
    package static func run(
        _ path: String, _ libraries: Libraries, words: any WordForms = WordData.lexicon
    ) throws -> BotCheck {
        let (bot, sources, linked) = try BotReading.loadForCheck(path, libraries)
        let runtime = try BotReading.runtime(checking: bot)
        let otherFiles = BotLoader.unusedScripts(beside: bot)
        let checked = CheckedBot(
            bot: bot, sources: sources, testReferences: testReferences(of: path, bot.configuration.tests),
            scriptNames: runtime.scriptNames(sources), otherFiles: otherFiles, words: words)
        let found =
            linked + runtime.loadDiagnostics + unfailed(ScriptChecks.findings(in: checked), runtime.loadDiagnostics)
            + testFaults(of: path, bot.configuration.tests)
        let allowances = Allowances(of: bot, sources, otherFiles: otherFiles)
        return BotCheck(bot: bot, sources: sources, found: allowances.applied(to: found))
    }

    /// Without the names that a script failed on when it was loaded: that was told.
    private static func unfailed(_ findings: [Diagnostic], _ failures: [Diagnostic]) -> [Diagnostic] {
        let failed = failures.filter { $0.message.hasSuffix("is not defined") }
        guard !failed.isEmpty else { return findings }
        return findings.filter { finding in
            finding.code != UndeclaredName.code
                || !failed.contains { $0.file == finding.file && $0.start == finding.start }
        }
    }

    /// What is wrong with the files of those tests.
    private static func testFaults(of path: String, _ selection: BotConfiguration.TestSelection) -> [Diagnostic] {
        guard path != BotPath.standardInput else { return [] }
        return TestFaults.all(in: .ofBot(at: path), where: selection.playsTest)
    }

    /// What the tests name that the bot's configuration lets run.
    private static func testReferences(
        of path: String, _ selection: BotConfiguration.TestSelection
    ) -> [TestReference] {
        guard path != BotPath.standardInput else { return [] }
        return TestedState.all(in: .ofBot(at: path), where: selection.playsTest).map { file, state in
            TestReference(path: state.path, file: file, span: state.span)
        }
    }

    init(bot: Bot, sources: BotSources, found: [Diagnostic]) {
        self.bot = bot
        let paths = ShownPath(folder: bot.folder)
        self.paths = paths
        var files = bot.files
        for tree in sources.trees { files[tree.source.path] = tree.source }
        let named = found.flatMap { [$0.file] + $0.labels.map(\.file) + $0.fixIts.flatMap { $0.edits.map(\.file) } }
        for name in named where files[name] == nil { files[name] = Self.read(name, paths) }
        self.files = files
        findings = Self.bearable(Self.inOrder(found, reading: sources.trees.map(\.source.path)))
    }

    private static let mostOfACode = 1000

    /// Nobody reads a hundred thousand findings of one kind: the first thousand of each code, and how many more there are.
    private static func bearable(_ findings: [Diagnostic]) -> [Diagnostic] {
        guard findings.count > mostOfACode else { return findings }
        var counts: [String: Int] = [:]
        let shown = findings.filter { finding in
            counts[finding.code, default: 0] += 1
            return counts[finding.code, default: 0] <= mostOfACode
        }
        return shown
            + counts.sorted { $0.key < $1.key }.compactMap { code, count in
                guard count > mostOfACode, let last = shown.last(where: { $0.code == code }) else { return nil }
                return more(count - mostOfACode, after: last)
            }
    }

    private static func more(_ count: Int, after last: Diagnostic) -> Diagnostic {
        var note = last
        note.severity = .note
        note.code = "check/more"
        note.message = "\(count) more findings `\(last.code)` are not shown."
        note.hint = "Mend the first ones and check again."
        note.labels = []
        note.fixIts = []
        return note
    }

    /// Files that are no part of the linked bot, such as `chatbot.yaml` and tests.
    private static func read(_ name: String, _ paths: ShownPath) -> SourceFile? {
        if name.hasPrefix("test/"),
            case .success(let file)? = TestFolder(onDisk: paths.absolute("test")).file(
                String(name.dropFirst("test/".count)), as: name)
        {
            return file
        }
        guard let data = FileManager.default.contents(atPath: paths.absolute(name)) else { return nil }
        switch SourceFile.decode(Array(data), path: name) {
        case .success(let file): return file
        case .failure(let fault): return fault.repaired
        }
    }

    private static func inOrder(_ found: [Diagnostic], reading: [String]) -> [Diagnostic] {
        var ranks: [String: Int] = [:]
        for file in ["chatbot.yaml"] + reading + found.map(\.file) where ranks[file] == nil {
            ranks[file] = ranks.count
        }
        var seen: Set<Identity> = []
        let once = found.filter { seen.insert(Identity($0)).inserted }
        return once.sorted { left, right in
            (ranks[left.file] ?? 0, left.start, left.code) < (ranks[right.file] ?? 0, right.start, right.code)
        }
    }

    /// Two findings that say the same about the same place are one, also when two bots share the file.
    struct Identity: Hashable {
        private let file: String
        private let span: SourceSpan
        private let code: String
        private let message: String

        init(_ diagnostic: Diagnostic, in paths: ShownPath? = nil) {
            file = paths?.absolute(diagnostic.file) ?? diagnostic.file
            span = diagnostic.span
            code = diagnostic.code
            message = diagnostic.message
        }
    }
}
