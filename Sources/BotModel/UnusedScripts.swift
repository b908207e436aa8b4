import SourceText

extension BotLoader {
    /// The JavaScript in a bot's folder that the bot does not require: it is not run, but whoever has the folder reads it.
    ///
    /// - Returns: nothing for a script that is no folder of its own. Hidden files, installed packages and long files (bundles of packages) are left out.
    package static func unusedScripts(beside bot: Bot) -> [SourceFile] {
        let folder = BotFolder(bot.folder, Libraries())
        guard folder.has("chatbot.yaml") else { return [] }
        return folder.list("").filter { $0.hasSuffix(".js") && bot.files[$0] == nil }.prefix(mostUnusedScripts)
            .compactMap { name in
                guard case .text(let file) = folder.read(name), file.bytes.count <= longestUnusedScript else {
                    return nil
                }
                return file
            }
    }

    private static let mostUnusedScripts = 500
    private static let longestUnusedScript = 500_000
}
