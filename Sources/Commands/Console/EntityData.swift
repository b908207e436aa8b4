import BotModel
import Entities
import FoundationEssentials

/// Reads the entity rules of a language from the language data.
struct EntityData {
    let folder: String?

    init(folder: String? = DataFolder().grammars) { self.folder = folder }

    /// One for the whole program: the rules of a language are read when they are first needed.
    static let rules = EntityRules(languages: EntityData().languages) { EntityData().grammar(of: $0) }

    /// The languages that have rules, by their names: `en`, `ru`.
    var languages: [EntityLanguage] {
        let names = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) } ?? []
        return names.filter { $0 != "any" && !fileNames(in: $0).isEmpty }.sorted().map { name in
            EntityLanguage(name: name, letters: text(of: "\(name)/letters") ?? "")
        }
    }

    /// The rules of a language and those that all languages share; `nil` when there are none.
    ///
    /// - Parameter language: `en`, or with a region: `en-GB`, `en_gb`.
    func grammar(of language: String) -> EntityGrammar? {
        let parts = language.split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
        guard let name = parts.first?.lowercased(), languages.contains(where: { $0.name == name }) else { return nil }
        let region = parts.count > 1 ? parts[1].uppercased() : ""
        let files = (fileNames(in: "any") + fileNames(in: name)).map { ($0, text(of: $0)) }
        let unreadable = files.filter { $0.1 == nil }.map {
            GrammarMistake(place: $0.0, message: "It cannot be read, or is not UTF-8.")
        }
        return EntityGrammar(
            files: files.compactMap { name, text in text.map { (name, $0) } }, region: Region(name: region),
            mistakes: unreadable)
    }

    private func text(of name: String) -> String? {
        folder.flatMap { try? String(contentsOfFile: "\($0)/\(name)", encoding: .utf8) }
    }

    /// `en/days.rules`.
    private func fileNames(in language: String) -> [String] {
        guard let folder, !language.isEmpty, !language.hasPrefix(".") else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(language)")) ?? []
        return names.filter { $0.hasSuffix(".rules") || $0.hasSuffix(".speech") }.sorted().map { "\(language)/\($0)" }
    }
}
