import BotModel
import PatternMatching
import SourceText
import Utterances

/// A bot of one script in memory.
struct MadeBot {
    let bot: Bot
    let mistakes: Int

    /// Reads and links it from the bytes of the script.
    init(_ script: [UInt8]) {
        guard case .success(let file) = SourceFile.decode(script, path: "main.sc") else {
            preconditionFailure("the made-up script is no UTF-8")
        }
        let project = Project(name: "made-up", folder: "", sourceFolder: "", entryPoints: ["main.sc"]) { path in
            path == "main.sc" ? .text(file) : .missing
        }
        let (bot, diagnostics) = Linker.link(project)
        self.bot = bot
        mistakes = diagnostics.count { $0.severity == .error }
    }

    /// All its patterns, compiled.
    func patterns(forms: any WordForms) -> PatternSet {
        let trees = bot.rules.compactMap { rule in if case .pattern(let tree) = rule.trigger { tree } else { nil } }
        return PatternSet(trees, library: bot.patterns, forms: forms, entities: bot.entityFinder)
    }
}
