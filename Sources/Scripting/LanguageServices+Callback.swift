import BotModel
import Entities
import JavaScript

/// `$dialer.parseCallback`: when a caller wants to be called back.
extension LanguageServices {
    /// `{policy, start, finish, uncertain, said, readBack}`: JSON of the policy, its moments in milliseconds; `null` for a text that names no time.
    func callback(_ text: String) -> HostAnswer {
        guard text.utf8.count <= Self.longestText else { return Self.tooLong }
        let rules = machine.machine.entityRules
        guard let moment, let grammar = rules.grammar(for: text, language: bot.configuration.language) else {
            return .exception(
                "$dialer.parseCallback: there are no rules for the bot's language, or they are not at hand; `language:` in chatbot.yaml names it."
            )
        }
        guard let wish = grammar.callback(in: text, at: moment) else { return .value(.null) }
        return .value(
            .object([
                .init("policy", .string(wish.policy.jsonText)),
                .init("start", wish.start.map { .number($0.timeIntervalSince1970 * 1000) } ?? .undefined),
                .init("finish", wish.finish.map { .number($0.timeIntervalSince1970 * 1000) } ?? .undefined),
                .init("uncertain", .array(wish.uncertain.map { .string($0.rawValue) })),
                .init("said", .array(wish.pieces.map { .string($0.text) })),
                .init("readBack", .string(wish.readBack)),
            ]))
    }
}
