import WebRequests

/// Refuses every request: a bot asks no server unless somebody has said that it may.
package struct ClosedWeb: WebRequesting {
    package init() {}

    package func answer(_ request: WebRequest) throws(WebFailure) -> WebAnswer { throw .notAllowed(Self.remedy) }

    static let remedy =
        "Requests to servers are off. Write `ringback: {http: true}` in chatbot.yaml, or give --allow-http, which tests want in any case, if the bot may make them."
}
