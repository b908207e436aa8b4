import BotModel
import CampaignModel
import CivilTime
import Conversations
import FoundationEssentials
import JavaScript

// What `Intl`, `$jsapi` and the like ask about languages, zones, paths and what was said.
extension HostCalls {
    mutating func languageAnswer(_ name: String, _ arguments: [ScriptValue]) -> HostAnswer? {
        switch name {
        case "formatDate": formattedDate(arguments)
        case "formatNumber": formattedNumber(arguments)
        case "compareTexts": comparison(arguments)
        case "zoneName": .value(.string(zone.name))
        case "dateForZone": date(inZone: arguments)
        case "resolvePath": resolved(arguments)
        case "version":
            .value(.object([.init("name", .string("ringback")), .init("version", .string(ScriptHost.version))]))
        case "history": .value(.array(history.map(\.scriptValue)))
        case "beginSession": beginSession()
        case "setClientTimezone": setClientZone(arguments)
        default: nil
        }
    }

    /// Everything said in the session so far.
    private var history: [SpokenLine] {
        heard + said.map(\.reply).compactMap { $0.text.map { SpokenLine(isBot: true, text: $0) } }
    }

    private mutating func beginSession() -> HostAnswer {
        forgetEarlierTurns()
        return .value(.undefined)
    }

    // MARK: Formats

    private func formattedDate(_ arguments: [ScriptValue]) -> HostAnswer {
        guard let milliseconds = arguments.first?.number, arguments.count > 2 else { return Self.fault("no date") }
        return formatted(arguments[1]) { locale throws(FormatFault) in
            try formats.date(milliseconds, DateFormatWish(arguments[2]), in: locale, zone: zone)
        }
    }

    private func formattedNumber(_ arguments: [ScriptValue]) -> HostAnswer {
        guard let number = arguments.first?.number, arguments.count > 2 else { return Self.fault("no number") }
        return formatted(arguments[1]) { locale throws(FormatFault) in
            try formats.number(number, NumberFormatWish(arguments[2]), in: locale)
        }
    }

    private func comparison(_ arguments: [ScriptValue]) -> HostAnswer {
        guard arguments.count > 3, let left = arguments[0].string, let right = arguments[1].string else {
            return Self.fault("no texts")
        }
        do throws(FormatFault) {
            let order = try formats.order(of: left, and: right, arguments[3], in: arguments[2].string ?? "")
            return .value(.object([.init("order", .number(Double(order)))]))
        } catch { return Self.fault(error.message) }
    }

    private func formatted(
        _ locale: ScriptValue, _ format: (_ locale: String) throws(FormatFault) -> String
    ) -> HostAnswer {
        do throws(FormatFault) {
            return .value(.object([.init("text", .string(try format(locale.string ?? "")))]))
        } catch { return Self.fault(error.message) }
    }

    private static func fault(_ message: String) -> HostAnswer {
        .value(.object([.init("fault", .string(message))]))
    }

    // MARK: $jsapi

    private func date(inZone arguments: [ScriptValue]) -> HostAnswer {
        guard arguments.count == 2, let name = arguments[0].string, let pattern = arguments[1].string else {
            return .exception(
                "$jsapi.dateForZone takes a zone and a pattern: $jsapi.dateForZone(\"Europe/Moscow\", \"dd.MM.yyyy\").")
        }
        do {
            let zone = try Self.zone(name)
            return .value(.string(try JavaDatePattern(pattern).text(of: now, in: zone, language: bot.language)))
        } catch {
            return .exception("$jsapi.dateForZone: \(error)")
        }
    }

    /// A zone by its name; a text that is long beyond any name is not searched for one that is like it.
    static func zone(_ name: String) throws(ZoneError) -> Zone { try Zone.named(String(name.prefix(100))) }

    private func resolved(_ arguments: [ScriptValue]) -> HostAnswer {
        guard let written = arguments.first?.string, let state = arguments.dropFirst().first?.string else {
            return .exception("$jsapi.resolvePath takes the path of a state, as `go:` does.")
        }
        guard written.utf8.count <= 10_000 else {
            return .exception("$jsapi.resolvePath: that is too long for a path.")
        }
        let home = bot.home(of: StatePath(state))
        guard let path = bot.resolve(written, from: home) else {
            return .exception("$jsapi.resolvePath: " + missing(written, from: home))
        }
        return .value(.string(path.description))
    }

    private mutating func setClientZone(_ arguments: [ScriptValue]) -> HostAnswer {
        let name = arguments.first?.string ?? ""
        do {
            _ = try Self.zone(name)
        } catch {
            return .exception("$reactions.setClientTimezone: \(error)")
        }
        let json = (try? JSONEncoder().encode(["zone": name])).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
        return direct("setClientTimezone", json, at: arguments.position) ? .value(.undefined) : Self.tooMuch
    }
}

extension Bot {
    /// `language:` of `chatbot.yaml` without its country.
    var language: String { String((configuration.language ?? "en").prefix { $0 != "-" && $0 != "_" }).lowercased() }
}

extension SpokenLine {
    fileprivate var scriptValue: ScriptValue {
        .object([.init("isBot", .boolean(isBot)), .init("text", .string(text))])
    }
}
