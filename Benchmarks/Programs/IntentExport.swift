import Foundation
import Understanding

extension IntentBenchmark {
    /// The phrases of one export; several may be the same words.
    struct Export {
        let name: String
        let lessons: [IntentLesson]

        var count: Int { lessons.reduce(0) { $0 + $1.phrases.count } }
    }
}

extension IntentBenchmark.Export {
    /// The exports below a folder, each text of an export once, the largest first.
    static func exports(below folder: String) -> [Self] {
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        var seen: Set<[UInt8]> = []
        return files.filter { $0.hasSuffix(".json") }.sorted().compactMap { name in
            guard let bytes = FileManager.default.contents(atPath: folder + "/" + name).map([UInt8].init),
                seen.insert(bytes).inserted
            else { return nil }
            return Self(name: name, bytes)
        }
    }

    private init?(name: String, _ bytes: [UInt8]) {
        guard let document = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any],
            let intents = (document["intents"] ?? document["classes"]) as? [[String: Any]]
        else { return nil }
        self.name = name
        lessons = intents.filter { $0["enabled"] as? Bool ?? true }.enumerated().map { number, intent in
            let phrases = (intent["phrases"] as? [Any] ?? []).compactMap {
                $0 as? String ?? ($0 as? [String: Any])?["text"] as? String
            }
            return IntentLesson(intent: number, phrases: phrases, patterns: [])
        }
    }
}
