import ScriptSyntax
import SourceText

/// What `chatbot.yaml` says, as far as the runtime needs it (dsl.md 10). `ConfigurationTable` knows all its keys.
package struct BotConfiguration: Sendable, Hashable {
    package var name: String?
    /// Files in `src` with which reading begins.
    package var entryPoints: [String] = []
    /// `botEngine`: `v2` with intents, anything else without.
    package var engine: String?
    package var language: String?
    package var defaultTimezone: String?
    /// Which files of `test/` hold the bot's tests, as patterns like `**/*.xml`.
    package var tests = TestSelection()
    package var jsTests = TestSelection()
    /// The answer when a script fails; silence when there is none.
    package var errorAnswer: String? { errorAnswers.first }
    /// All answers to choose from when a script fails.
    package var errorAnswers: [String] = []
    /// `nlp.rankByContext`: the penalty of a global rule, and of each step between context and rule; `nil` for the usual ones.
    package var globalPenalty: Double?
    package var stepPenalty: Double?
    /// `nlp.lengthLimit.symbols`: longer requests become the event `lengthLimit`; `nil` when switched off.
    package var lengthLimit: Int? = 400
    /// `nlp.lengthLimit.words`; `nil` when there is none.
    package var wordLimit: Int?
    /// `nlp.timeLimit.timeout` in milliseconds: longer understanding becomes the event `timeLimit`.
    package var timeLimit: Int? = 10_000
    /// `nlp.nbest`: how many hypotheses `$context.nBest` holds.
    package var hypotheses = 1
    /// `nlp.contextHistoryDepth`: how many requests `$context.contextHistory` tells of.
    package var contextHistoryDepth = 1
    /// `nlp.modifyRequestInPreMatch`; `nil` when it is not said.
    package var rewritesInPreMatch: Bool?
    /// Whether what a `preMatch` handler makes of the text is what is matched: where nothing is said, of bots with `botEngine: v2`
    /// (uncertain: dsl.md 13, 24).
    package var hearsRewrittenText: Bool { rewritesInPreMatch ?? (engine?.lowercased() == "v2") }
    /// `ringback.nearWords`: whether a word that no pattern knows is taken for one that differs from it by a letter.
    package var hearsNearWords = false
    /// `ringback.http`: whether scripts may ask servers by `$http`; `ringback.httpInside`: also those of this machine and its network.
    package var asksServers = false
    package var asksInside = false
    package var thresholds = Thresholds()
    package var generalisation = Generalisation()
    /// `sandbox`: limits of scripts; `nil` where there is none.
    package var scriptMilliseconds: Int?
    package var scriptBytes: Int?
    /// `scriptsPreLoad`: libraries that are there before the bot's own scripts.
    package var preloadedGlobally = [
        "/jslib/moment.min.js", "/jslib/underscore.js", "/jsapi/common.js", "/jsapi/http.js",
    ]
    package var preloadedLocally = ["/jsapi/mail.js", "/jsapi/reactions.js"]
    package var dependencies: [Dependency] = []
    /// Files of custom action tags, and of example groups, relative to the bot's folder.
    package var customTags: [PlacedText] = []
    package var exampleGroups: [PlacedText] = []
    /// `injector` as JSON.
    package var injector: String { injectorTree?.json ?? "{}" }

    var injectorTree: DataValue?
    /// The file it was read from, for messages about its lines.
    var source: SourceFile?

    package init() {}

    /// `injector.slotfilling`, wherever the injector's values come from.
    package var slotFilling: SlotFillingSettings { SlotFillingSettings(injectorTree?["slotfilling"]) }

    /// How sure a reading must be to count, from 0 to 1.
    package struct Thresholds: Sendable, Hashable {
        package var phrases = 0.2
        package var patterns = 0.2
        package var examples = 0.2
    }

    /// `ner`: named patterns that stand for what they match in example phrases.
    package struct Generalisation: Sendable, Hashable {
        package var allowedPatterns: [String] = []
        package var weight = 1.0
        package var otherWeight = 0.9
        package var includesAll = false
    }

    /// A library that the bot uses.
    package struct Dependency: Sendable, Hashable {
        package let name: String
        /// `git`: downloaded by the platform; `module`: a folder of the project.
        package let type: String
        package let url: String?
        package let version: String?
        package let span: SourceSpan
    }
}
