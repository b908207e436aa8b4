import CivilTime
import Entities
import Foundation

/// The rules of the checkout, read once for each language.
enum Rules {
    static let english = grammar("en")
    static let russian = grammar("ru")

    /// Where the examples below rules stand: a Tuesday, two hours west of Greenwich.
    static let moment = EntityMoment(now: 1_360_650_600, zone: Zone(name: "-02:00", fixedOffset: -7200))

    static func grammar(_ language: String, region: String = "") -> EntityGrammar {
        EntityGrammar(files: files("any") + files(language), region: Region(name: region))
    }

    /// The folders that have rules.
    static let languages = names(in: "").filter { folder in
        folder != "any" && names(in: folder).contains { $0.hasSuffix(".rules") }
    }

    static func letters(_ language: String) -> EntityLanguage {
        let file = folder.appendingPathComponent("\(language)/letters")
        return EntityLanguage(name: language, letters: (try? String(contentsOf: file, encoding: .utf8)) ?? "")
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Grammars")

    private static func names(in language: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + language)) ?? []).sorted()
    }

    private static func files(_ language: String) -> [(name: String, text: String)] {
        names(in: language).filter { $0.hasSuffix(".rules") || $0.hasSuffix(".speech") }.compactMap { name in
            let path = "\(language)/\(name)"
            return (try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)).map { (path, $0) }
        }
    }
}
