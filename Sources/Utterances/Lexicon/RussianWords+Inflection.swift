/// Forms of Russian words by what they shall be: of `корова` the genitive, of `рубль` the form after 5.
extension RussianWords {
    func analyses(of word: String) -> [WordAnalysis] {
        entries(of: word).compactMap { entry in
            guard let lemma = paradigms.lemma(of: entry) else { return nil }
            return WordAnalysis(lemma: lemma, features: features(of: entry))
        }
    }

    /// The form that has the wanted features; of several the one that is most like the word itself.
    ///
    /// Of the readings of a word the first counts that has such a form.
    func form(of word: String, with wanted: Set<String>) -> String? {
        guard !wanted.isEmpty else { return nil }
        for entry in entries(of: word) {
            if let form = form(like: entry, with: wanted) { return form }
        }
        return nil
    }

    private func form(like entry: Entry, with wanted: Set<String>) -> String? {
        let own = Set(features(of: entry))
        let ideal = own.subtracting(wanted.flatMap(Self.excluded)).union(wanted)
        var best: (form: String, unlikeness: Int)?
        for (number, bytes) in paradigms.forms(of: entry).enumerated() {
            let form = Entry(spelling: bytes, paradigm: entry.paradigm, form: number)
            let features = Set(features(of: form))
            guard features.isSuperset(of: wanted) else { continue }
            let unlikeness = ideal.symmetricDifference(features).count
            if best.map({ unlikeness < $0.unlikeness }) ?? true {
                best = (String(decoding: bytes, as: UTF8.self), unlikeness)
            }
        }
        return best?.form
    }

    /// Of these a form has one at most.
    private static let kinds: [Set<String>] = [
        ["nomn", "gent", "datv", "accs", "ablt", "loct", "voct", "gen1", "gen2", "acc2", "loc1", "loc2"],
        ["sing", "plur"], ["masc", "femn", "neut"], ["pres", "past", "futr"], ["1per", "2per", "3per"],
        ["indc", "impr"],
        ["NOUN", "ADJF", "ADJS", "COMP", "VERB", "INFN", "PRTF", "PRTS", "GRND", "NUMR", "ADVB", "NPRO"],
    ]

    /// What a form cannot have beside a feature. The plural of an adjective has no gender.
    private static func excluded(by feature: String) -> Set<String> {
        let kind = kinds.first { $0.contains(feature) } ?? []
        return feature == "plur" ? kind.union(["masc", "femn", "neut"]) : kind
    }

    // MARK: Numbers

    /// Nouns, adjectives and participles go with numbers (`1 рубль`, `2 рубля`, `5 рублей`; `двумя рублями` stays in its case).
    func form(of word: String, after number: Double) -> String? {
        let count = Count(number)
        for entry in entries(of: word) {
            let features = Set(features(of: entry))
            if let wanted = count.features(with: features), let form = form(like: entry, with: wanted) { return form }
        }
        return nil
    }

    /// The three ways in which a number counts.
    private enum Count {
        case one, few, many

        init(_ number: Double) {
            let whole = Int(exactly: number.magnitude.rounded(.down).truncatingRemainder(dividingBy: 100)) ?? 0
            let isTeen = (11...14).contains(whole)
            switch whole % 10 {
            // A fraction counts like 2: полтора рубля, 1.5 рубля.
            case _ where number.isFinite && number != number.rounded(): self = .few
            case 1 where !isTeen: self = .one
            case 2...4 where !isTeen: self = .few
            default: self = .many
            }
        }

        func features(with own: Set<String>) -> Set<String>? {
            let isNoun = own.contains("NOUN")
            guard isNoun || own.contains("ADJF") || own.contains("PRTF") else { return nil }
            let oblique = ["gent", "datv", "ablt", "loct"].first(where: own.contains)
            if isNoun, let oblique { return [self == .one ? "sing" : "plur", oblique] }
            switch self {
            case .one: return ["sing", own.contains("accs") ? "accs" : "nomn"]
            case .few where isNoun: return ["sing", "gent"]
            case .few where own.contains("femn"): return ["plur", "nomn"]
            case .few, .many: return ["plur", "gent"]
            }
        }
    }

    private func features(of entry: Entry) -> [String] {
        guard let grammars, let number = paradigms.grammar(of: entry) else { return [] }
        return String(decoding: grammars[number], as: UTF8.self).split { $0 == "," || $0 == " " }.map(String.init)
    }
}

extension EnglishWords {
    /// A word of a list with what it may be.
    func analyses(of word: String) -> [WordAnalysis] {
        let lemmas = lemmas(of: word).sorted()
        return readings(of: word).flatMap { reading in
            lemmas.map { WordAnalysis(lemma: $0, features: reading.featureNames) }
        }
    }
}
