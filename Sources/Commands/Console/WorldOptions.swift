import ArgumentParser
import BotModel
import FoundationEssentials
import Scripting
import WebRequests

/// What every command that runs a bot takes: how much of the world its scripts reach.
struct WorldOptions: ParsableArguments {
    @Flag(name: .customLong("allow-http"), help: "Let the bot's scripts ask servers by $http.")
    var allowsHttp = false
    @Flag(
        name: .customLong("allow-http-inside"), help: "Let them ask servers of this machine and its own network, too.")
    var allowsInside = false
    @Option(
        help: ArgumentHelp("A file with NAME=value lines for $env and $secrets.", valueName: "file"))
    var envFile: String?

    /// - Throws: `Trouble` for a file that cannot be read.
    func world(heedsBot: Bool = true) throws -> World {
        var environment = ScriptEnvironment(secrets: Self.secrets(ProcessInfo.processInfo.environment))
        if let envFile {
            let values = try EnvironmentFile.values(of: envFile)
            environment.variables = values
            environment.secrets.merge(values) { own, _ in own }
        }
        return World(
            heedsBot: heedsBot, allowsHttp: allowsHttp || allowsInside, allowsInside: allowsInside,
            environment: environment)
    }

    /// `RINGBACK_SECRET_TOKEN=…` is the secret `TOKEN`, so that no secret has to lie in a file.
    static func secrets(_ environment: [String: String]) -> [String: String] {
        let prefix = "RINGBACK_SECRET_"
        return Dictionary(
            uniqueKeysWithValues: environment.filter { $0.key.hasPrefix(prefix) && $0.key != prefix }.map {
                (String($0.key.dropFirst(prefix.count)), $0.value)
            })
    }
}

/// What the user lets bots reach.
struct World: Sendable {
    /// Whether the bot's own `chatbot.yaml` may allow more. In tests it may not: they must say the same without a network.
    var heedsBot = true
    var allowsHttp = false
    var allowsInside = false
    var environment = ScriptEnvironment()

    func services(of bot: Bot) -> ScriptServices {
        var services = ScriptServices()
        services.environment = environment
        services.libraries = LibraryFiles.shelf
        let inside = allowsInside || heedsBot && bot.configuration.asksInside
        if allowsHttp || inside || heedsBot && bot.configuration.asksServers {
            services.web = CurlWeb(asksInside: inside)
        }
        return services
    }
}
