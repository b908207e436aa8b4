/// The JavaScript that makes the world scripts see: the files of the folder `World`, a host object a file, loaded once into each slot,
/// before the bot's own code.
///
/// Everything with an effect goes through `world.host(name, …)` to `HostCalls`; the rest is plain data of the turn.
enum World {
    /// Frames of files whose names begin so are left out of the stacks that authors read.
    static let filePrefix = "ringback:"

    /// In the order in which they are loaded: `inside` makes what the others use, `doors` closes the world.
    static let files: [(name: String, text: String)] = [
        ("inside", text(PackageResources.inside_js)), ("parse-tree", text(PackageResources.parse_tree_js)),
        ("handlers", text(PackageResources.handlers_js)), ("stand-ins", text(PackageResources.stand_ins_js)),
        ("context", text(PackageResources.context_js)), ("response", text(PackageResources.response_js)),
        ("intents", text(PackageResources.intents_js)),
        ("nlu-results", text(PackageResources.nlu_results_js)), ("shortcut", text(PackageResources.shortcut_js)),
        ("functions", text(PackageResources.functions_js)), ("console", text(PackageResources.console_js)),
        ("intl", text(PackageResources.intl_js)),
        ("reactions", text(PackageResources.reactions_js)), ("jsapi", text(PackageResources.jsapi_js)),
        ("arguments", text(PackageResources.arguments_js)),
        ("channel", text(PackageResources.channel_js)), ("dialer", text(PackageResources.dialer_js)),
        ("dialer-voice", text(PackageResources.dialer_voice_js)),
        ("environment", text(PackageResources.environment_js)),
        ("http", text(PackageResources.http_js)), ("mail", text(PackageResources.mail_js)),
        ("pushgate", text(PackageResources.pushgate_js)), ("analytics", text(PackageResources.analytics_js)),
        ("integration", text(PackageResources.integration_js)), ("faq", text(PackageResources.faq_js)),
        ("conversation-api", text(PackageResources.conversation_api_js)), ("nlp", text(PackageResources.nlp_js)),
        ("caila", text(PackageResources.caila_js)), ("doors", text(PackageResources.doors_js)),
    ]

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
