import BotModel
import Entities
import FoundationEssentials

/// Reads the entity rules of a language from the language data.
struct EntityData {
    private let folder: String?

    init(folder: String? = DataFolder().grammars) { self.folder = folder }

    /// One for the whole program: the rules of a language are read when they are first needed.
    static let rules = EntityRules { EntityData().grammar(of: $0) }

    /// The languages that have rules: `en`, `ru`.
    var languages: [String] {
        let names = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) } ?? []
        return names.filter { $0 != "any" && !fileNames(in: $0).isEmpty }.sorted()
    }

    /// The rules of a language and those that all languages share; `nil` when there are none.
    ///
    /// - Parameter language: `en`, or with a region: `en-GB`, `en_gb`.
    func grammar(of language: String) -> EntityGrammar? {
        let parts = language.split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
        guard let name = parts.first?.lowercased(), languages.contains(name) else { return nil }
        let region = parts.count > 1 ? parts[1].uppercased() : ""
        return EntityGrammar(files: files(in: "any") + files(in: name), region: Region(name: region))
    }

    private func files(in language: String) -> [(name: String, text: String)] {
        fileNames(in: language).compactMap { name in
            let path = "\(folder ?? "")/\(language)/\(name)"
            return (try? String(contentsOfFile: path, encoding: .utf8)).map { ("\(language)/\(name)", $0) }
        }
    }

    private func fileNames(in language: String) -> [String] {
        guard let folder, !language.isEmpty, !language.hasPrefix(".") else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(language)")) ?? []
        return names.filter { $0.hasSuffix(".rules") || $0.hasSuffix(".speech") }.sorted()
    }
}
