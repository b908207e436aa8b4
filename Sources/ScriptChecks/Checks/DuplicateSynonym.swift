import BotModel
import SourceText

/// A synonym that stands in two records of a dictionary: whoever says it always means the first.
///
/// ```
/// 1;Paris,capital;{"country": "France"}
/// 2;London,capital;{"country": "England"}      # bad: "capital" is Paris
/// ```
package enum DuplicateSynonym: Check {
    package static let code = "check/duplicate-synonym"
    package static let summary = "The same synonym in two records of a dictionary."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        var seenFiles: Set<String> = []
        return bot.sources.dictionaries.flatMap { dictionary -> [Diagnostic] in
            guard seenFiles.insert(dictionary.file).inserted, let file = bot.bot.files[dictionary.file] else {
                return []
            }
            return findings(dictionary, in: file)
        }
    }

    /// More in one dictionary say the same again: the rest is counted.
    private static let listedSingly = 8

    private static func findings(_ dictionary: EntityDictionary, in file: SourceFile) -> [Diagnostic] {
        var first: [[UInt8]: (record: Int, place: SourceSpan)] = [:]
        var found: [Diagnostic] = []
        var count = 0
        for (number, record) in dictionary.records.enumerated() {
            for synonym in record.synonyms {
                let words = Array(synonym.text.lowercased().utf8)
                guard let earlier = first[words] else {
                    first[words] = (number, synonym.span)
                    continue
                }
                guard earlier.record != number else { continue }
                count += 1
                guard count <= listedSingly + 1 else { continue }
                found.append(finding(synonym, dictionary.records[earlier.record], at: earlier.place, in: file))
            }
        }
        guard count > listedSingly else { return found }
        found[listedSingly].message =
            "\(count - listedSingly) more synonyms from here on belong to earlier records too."
        return found
    }

    private static func finding(
        _ synonym: EntityDictionary.Synonym, _ earlier: EntityDictionary.Record, at place: SourceSpan,
        in file: SourceFile
    ) -> Diagnostic {
        Diagnostic(
            .warning, code,
            "`\(synonym.text)` belongs to the record `\(earlier.id)` (line \(earlier.line)) already, so this one is never meant by it.",
            hint: "Remove it from one of them, or make it longer.", in: file, at: synonym.span
        )
        .labelled("first written here", in: file, at: place)
    }
}
