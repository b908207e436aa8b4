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
        let pairs = pairs(in: dictionary)
        var found = pairs.prefix(listedSingly).map { finding($0, in: file) }
        if pairs.count > listedSingly {
            found.append(rest(pairs.count - listedSingly, from: pairs[listedSingly], in: file))
        }
        return found
    }

    /// Two records with what both are said to be called.
    private struct Pair {
        let earlier: EntityDictionary.Record
        let later: EntityDictionary.Record
        let place: SourceSpan
        var synonyms: [EntityDictionary.Synonym]
    }

    private static func pairs(in dictionary: EntityDictionary) -> [Pair] {
        var first: [[UInt8]: (record: Int, place: SourceSpan)] = [:]
        var found: [Pair] = []
        for (number, record) in dictionary.records.enumerated() {
            var places: [Int: Int] = [:]
            for synonym in record.synonyms {
                let words = Array(synonym.text.lowercased().utf8)
                guard let earlier = first[words] else {
                    first[words] = (number, synonym.span)
                    continue
                }
                guard earlier.record != number else { continue }
                if let place = places[earlier.record] {
                    found[place].synonyms.append(synonym)
                } else {
                    places[earlier.record] = found.count
                    found.append(
                        Pair(
                            earlier: dictionary.records[earlier.record], later: record, place: earlier.place,
                            synonyms: [synonym]))
                }
            }
        }
        return found
    }

    private static func finding(_ pair: Pair, in file: SourceFile) -> Diagnostic {
        let (earlier, later) = (pair.earlier.id, pair.later.id)
        let isSame = pair.earlier.value == pair.later.value && pair.earlier.value.utf8.count > 2
        let diagnostic =
            isSame
            ? Diagnostic(
                .note, code, "The records \(earlier) and \(later) are the same.",
                hint: "Keep one of them, with the synonyms of both.", in: file, at: pair.synonyms[0].span)
            : Diagnostic(
                .warning, code,
                "\(names(pair)) in the records \(earlier) and \(later); the bot always takes record \(earlier).",
                hint: "Remove it from one of them, or add a word to it there that tells the two apart.", in: file,
                at: pair.synonyms[0].span)
        return diagnostic.labelled("first written here", in: file, at: pair.place)
    }

    private static func names(_ pair: Pair) -> String {
        let listed = pair.synonyms.prefix(4).map { "`\($0.text)`" }
        let rest = pair.synonyms.count > 4 ? " …" : ""
        return listed.joined(separator: ", ") + rest + (listed.count == 1 ? " stands" : " stand")
    }

    private static func rest(_ count: Int, from pair: Pair, in file: SourceFile) -> Diagnostic {
        Diagnostic(
            .warning, code, "From here on \(count) more pairs of records have a synonym in common.",
            hint: "They are listed when those above are mended.", in: file, at: pair.synonyms[0].span)
    }
}
