import ArgumentParser
import BotModel
import FoundationEssentials

/// What every command that reads a bot takes.
struct BotOptions: ParsableArguments {
    @Option(
        name: .customLong("module"), parsing: .singleValue,
        help: ArgumentHelp("The folder of a library that the bot requires; may be repeated.", valueName: "name=folder"))
    var modules: [String] = []

    /// - Throws: `Trouble` for a value that names no folder.
    func libraries() throws -> Libraries {
        var folders: [String: String] = [:]
        for module in modules {
            let parts = module.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, !parts[0].contains("/") else {
                throw Trouble(
                    .usage, "--module: `\(module)` is no library.", hint: "Write --module common=../zb-common.")
            }
            var isFolder = false
            guard FileManager.default.fileExists(atPath: parts[1], isDirectory: &isFolder), isFolder else {
                throw Trouble.badInput(
                    "--module: there is no folder `\(parts[1])`.",
                    hint: "Give the folder that holds the library's `src`.")
            }
            folders[parts[0]] = parts[1]
        }
        let data = DataFolder()
        return Libraries(dataFolder: data.grammars, madeFolder: data.library, folders: folders)
    }
}
