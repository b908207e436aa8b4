import ArgumentParser
import BotModel
import ScriptSyntax
import SourceText

/// What `chatbot.yaml` says, with the defaults of what it does not say.
struct DumpSettings: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "configuration", abstract: "The settings of a bot, with the defaults of those that it leaves out.",
        discussion: """
            EXAMPLE
              ringback dump configuration bots/callback
            """)

    @OptionGroup var arguments: BotArguments

    func run() throws {
        let streams = Streams()
        let (bot, _) = try arguments.load()
        let settings = ConfigurationFields(bot.configuration)
        for row in settings.rows {
            streams.out.line(
                arguments.json
                    ? JSONValue.object([("key", .string(row.key)), ("value", row.value)]).text
                    : "\(row.key): \(row.value.text)")
        }
        try streams.checkWritten()
    }
}

/// The fields of the configuration, one a row, as they stand in its type: a new one is printed without being named here.
private struct ConfigurationFields {
    private(set) var rows: [(key: String, value: JSONValue)] = []

    init(_ configuration: BotConfiguration) {
        for (key, value) in Mirror(reflecting: configuration).children {
            // The injector may be any tree; it is printed as the JSON that scripts see.
            guard let key, !key.hasPrefix("injector"), !(value is SourceFile?) else { continue }
            add(key, value)
        }
        rows.append(("injector", .raw(configuration.injector)))
    }

    private mutating func add(_ key: String, _ value: Any) {
        if let plain = Self.plain(value) { return rows.append((key, plain)) }
        for (name, part) in Mirror(reflecting: value).children { add(key + "." + (name ?? ""), part) }
    }

    /// A value that is one row; `nil` for a group of settings.
    private static func plain(_ value: Any) -> JSONValue? {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.map { plain($0.value) ?? .string("\($0.value)") } ?? .null
        case .collection, .set: return .array(mirror.children.map { plain($0.value) ?? .string("\($0.value)") })
        default: break
        }
        switch value {
        case let text as String: return .string(text)
        case let text as PlacedText: return .string(text.text)
        case let flag as Bool: return .bool(flag)
        case let number as Int: return .integer(number)
        case let number as Double: return .raw("\(number)")
        default: return mirror.displayStyle == .struct ? nil : .string("\(value)")
        }
    }
}
