import BotModel
import JavaScript
import JavaScriptTokens

/// The modules that a bot's own modules may import: its files, and something in place of each package.
struct ModuleShelf: Sendable {
    private var files: [String: String] = [:]
    /// What is asked of packages by name: a module must say beforehand what it exports.
    private var wanted: [String: Set<String>] = [:]

    /// Walks through all imports, from the modules that the bot requires.
    init(_ bot: Bot) {
        var open = bot.startScripts.filter { $0.kind == .module }.map(\.file)
        while let path = open.popLast() {
            guard files[path] == nil, let text = bot.files[path]?.text else { continue }
            guard !path.hasSuffix(".json") else {
                files[path] = "export default " + text
                continue
            }
            files[path] = text
            for imported in ModuleImport.all(in: text) {
                if imported.isFile {
                    open.append(Self.path(imported.name, from: path))
                } else {
                    wanted[imported.name, default: []].formUnion(imported.wanted)
                }
            }
        }
    }

    var texts: [String] { Array(files.values) }

    /// The text of a module by the name that the engine has for it.
    func source(_ name: String) -> Result<String, ScriptSlot.ModuleRefusal> {
        if let text = files[name] ?? files[Self.path(name, from: "")] { return .success(text) }
        guard !name.hasPrefix("."), !name.contains("/") || wanted[name] != nil else {
            return .failure(
                .init(
                    "there is no module `\(name)`: a script can import the bot's own files, with `./` before the name"))
        }
        return .success(package(name))
    }

    /// A module in place of a package: a library that scripts have anyway, or what fails when a script gets to it.
    private func package(_ name: String) -> String {
        let library = ScriptLibrary.named(module: name)
        let value =
            library.map { "globalThis." + $0.name }
            ?? "globalThis.__ringback.standForPackage(\(Self.quoted(Self.missing(name))))"
        let names = wanted[name, default: []].subtracting(["default"]).sorted()
        let members = names.enumerated().map { "const e\($0) = all.\($1);\n" }.joined()
        let exports = (["all as default"] + names.enumerated().map { "e\($0) as \($1)" }).joined(separator: ", ")
        return "const all = \(value);\n\(members)export { \(exports) };\n"
    }

    private static func missing(_ name: String) -> String {
        "`\(name)` is a package of node_modules, and a bot here has only its own files; copy what you need of it into one and import that"
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ")
        return "\"\(escaped)\""
    }

    /// The path of what a file imports, without `.` and `..`.
    private static func path(_ name: String, from file: String) -> String {
        var steps = file.split(separator: "/").dropLast().map(String.init)
        for step in name.split(separator: "/") where step != "." {
            if step == "..", !steps.isEmpty { steps.removeLast() } else { steps.append(String(step)) }
        }
        return steps.joined(separator: "/")
    }
}
