import Dialog
import Utterances
import WebRequests

/// What a bot's scripts reach outside of their engine; whoever makes a `BotRuntime` decides.
package struct ScriptServices: Sendable {
    /// Asks servers for `$http`.
    package var web: any WebRequesting = ClosedWeb()
    /// For `$env` and `$secrets`.
    package var environment = ScriptEnvironment()
    /// The texts of libraries that bots may use (`_`, `moment`).
    package var libraries = ScriptShelf.empty
    /// Knows words for `$nlp` and `$caila`.
    package var words: any WordForms = ExactForms()

    package init() {}
}

/// The names and values that a bot finds where it runs (dsl.md 4).
package struct ScriptEnvironment: Sendable, Hashable {
    /// `$env.get(name)`
    package var variables: [String: String]
    /// `$secrets.get(name)`
    package var secrets: [String: String]
    /// Whether it is not known what there will be, since the bot is only checked: then any secret may exist.
    package var isUnknown = false

    package init(variables: [String: String] = [:], secrets: [String: String] = [:]) {
        self.variables = variables
        self.secrets = secrets
    }

    package static let unknown: ScriptEnvironment = {
        var environment = ScriptEnvironment()
        environment.isUnknown = true
        return environment
    }()
}

/// What answers in place of the world in a bot's tests.
package struct ScriptMocks: Sendable {
    package var web: any WebRequesting
    package var services: [ServiceMock]

    package init(web: any WebRequesting, services: [ServiceMock] = []) {
        self.web = web
        self.services = services
    }
}

/// What a service of `$integration` gives in a test.
package struct ServiceMock: Sendable, Hashable {
    /// `googleSheets`
    package let service: String
    /// `readDataFromCells`; `nil` for all of them.
    package let method: String?
    /// JSON.
    package let answer: String

    package init(service: String, method: String?, answer: String) {
        self.service = service
        self.method = method
        self.answer = answer
    }
}
