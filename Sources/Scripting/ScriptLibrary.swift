import BotModel
import JavaScriptTokens

/// A library that the platform gives to every bot and that is not ours: it lies on the machine, in a package of the system.
///
/// It is loaded only for bots that use it, so that others start and turn as fast as without it.
package struct ScriptLibrary: Sendable, Hashable {
    /// The global by which scripts have it.
    package let name: String
    /// The Debian package that brings it.
    package let package: String
    /// The name by which modules import it.
    let module: String
    /// Its files below a folder of libraries; without the first one there is none, the others may be missing.
    let paths: [String]
    /// The folder with a file for each language, of which the bot's own is loaded.
    var languages: String? = nil
    /// Other words in code that need it.
    private let needs: Set<String>
    /// What is run after its files.
    let ending: String

    package static let all = [
        ScriptLibrary(
            name: "_", package: "libjs-underscore", module: "underscore", paths: ["underscore/underscore.min.js"],
            needs: [], ending: ""),
        // A language that is loaded becomes the one in use, which only a script should decide; and the log is for the bot's own words.
        ScriptLibrary(
            name: "moment", package: "libjs-moment", module: "moment",
            paths: ["moment/moment.min.js", "moment/locale/ru.js"], languages: "moment/locale/",
            needs: ["currentDate"], ending: "moment.locale('en'); moment.suppressDeprecationWarnings = true;"),
    ]

    static func named(module: String) -> ScriptLibrary? { all.first { $0.module == module } }

    /// Those that the bot's code may use. A word in a text counts only where it may be run: between `{{` and `}}`.
    static func used(by bot: Bot, _ modules: ModuleShelf) -> [ScriptLibrary] {
        let words = Set(all.map(\.name)).union(all.flatMap(\.needs)).union(all.map(\.module))
        var found: Set<String> = []
        for code in bot.startScripts.map(\.text) + bot.code.map(\.text) + modules.texts {
            found.formUnion(CodeWords.mentioned(words.subtracting(found), in: code))
        }
        for data in bot.data.map(\.json) + [bot.configuration.injector] {
            found.formUnion(CodeWords.mentioned(words.subtracting(found), inText: data))
        }
        return all.filter { !found.isDisjoint(with: $0.needs.union([$0.name, $0.module])) }
    }

    /// What a script is told that uses it on a machine without it.
    var missingMessage: String {
        "`\(name)` comes from a library that this machine does not have: install it (`apt-get install \(package)`)"
    }
}

/// Where the texts of libraries come from: the edge reads files, this room does not.
package struct ScriptShelf: Sendable {
    /// The text of a file by its path below the folder of libraries: `moment/moment.min.js`.
    let read: @Sendable (_ path: String) -> String?

    package init(_ read: @escaping @Sendable (_ path: String) -> String?) { self.read = read }

    package static let empty = ScriptShelf { _ in nil }

    /// All files of a library that are there; `nil` without the first one.
    func texts(of library: ScriptLibrary, language: String) -> [String]? {
        guard let first = library.paths.first.flatMap(read) else { return nil }
        let isName = (2...3).contains(language.utf8.count) && language.allSatisfy { $0.isASCII && $0.isLetter }
        let own = isName ? library.languages.map { $0 + language + ".js" } : nil
        return [first] + Set(library.paths.dropFirst() + [own].compactMap(\.self)).sorted().compactMap(read)
    }
}
