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

    private static func files(_ language: String) -> [(name: String, text: String)] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Grammars/\(language)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".rules") || $0.hasSuffix(".speech") }.sorted().compactMap { name in
            (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)).map {
                ("\(language)/\(name)", $0)
            }
        }
    }
}
