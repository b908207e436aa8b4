import BotModel
import CampaignModel
import Entities
import JavaScript

/// `$dialer.parseCallback`: when a caller wants to be called back.
extension LanguageServices {
    /// `{policy, start, finish, uncertain, said, readBack}`: JSON of the policy, its moments in milliseconds; `null` for a text that names no time.
    ///
    /// - Parameters:
    ///   - arguments: the text, and the two ends of the hours of calls when the script gives them.
    ///   - standing: in whose hours calls are made when it does not.
    func callback(_ arguments: [ScriptValue], in standing: CallStanding?) -> HostAnswer {
        let text = arguments.first?.string ?? ""
        guard text.utf8.count <= Self.longestPhrase else {
            return .exception(
                "$dialer.parseCallback: the text is too long: \(text.utf8.count) bytes; \(Self.longestPhrase) are the most."
            )
        }
        do {
            return callback(text, try hours(arguments.dropFirst().compactMap(\.string)) ?? standing?.hours ?? .usual)
        } catch {
            return .exception(error.message)
        }
    }

    /// 60,000 characters of any script.
    private static let longestPhrase = 240_000

    private func callback(_ text: String, _ hours: BusinessHours) -> HostAnswer {
        let rules = machine.machine.entityRules
        guard let moment, let grammar = rules.grammar(for: text, language: bot.configuration.language) else {
            return .exception(
                "$dialer.parseCallback: there are no rules for the bot's language, or they are not at hand; `language:` in chatbot.yaml names it."
            )
        }
        guard let wish = grammar.callback(in: text, at: moment, hours: hours) else { return .value(.null) }
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

    private struct WrongHours: Error { let message: String }

    /// `businessHours` as a script gives them; `nil` when it gives none.
    private func hours(_ clocks: [String]) throws(WrongHours) -> BusinessHours? {
        guard clocks.count == 2 else { return nil }
        var minutes: [Int] = []
        for (name, clock) in zip(["localTimeFrom", "localTimeTo"], clocks) {
            guard let minute = DayInterval.minutes(ofClock: clock) else {
                throw WrongHours(
                    message:
                        "$dialer.parseCallback: businessHours.\(name) is \(PolicyValue.string(clock).jsonText), not a time of day; write HH:mm, such as \"09:30\"."
                )
            }
            minutes.append(minute)
        }
        guard let hours = BusinessHours(from: minutes[0], to: minutes[1]) else {
            throw WrongHours(
                message:
                    "$dialer.parseCallback: businessHours go from \(clocks[0]) to \(clocks[1]); they begin before they end, on the same day."
            )
        }
        return hours
    }
}

extension CallStanding {
    /// In which calls of the campaign are made, when that is told; what is given for the number goes first.
    fileprivate var hours: BusinessHours? {
        BusinessHours(of: numberPolicy.allowedTime ?? campaignPolicy.allowedTime)
    }
}
