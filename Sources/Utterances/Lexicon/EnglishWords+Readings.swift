extension EnglishWords {
    /// What a word may be grammatically, as far as the files tell: nouns, verbs and adjectives with their forms, adverbs, and the little
    /// words between them.
    func readings(of word: String) -> [Grammar] {
        // The files know `in` as an inch and `he` as helium.
        if let kind = Self.littleWords[word] { return [Grammar(kind)] }
        return verbReadings(of: word) + adjectiveReadings(of: word) + adverbReadings(of: word) + nounReadings(of: word)
            + (Self.carriers[word].map { [Grammar($0)] } ?? [])
    }

    static let littleWords = table([
        "NPRO": "i you he she it we they me him her us them who whom what this that these those myself yourself",
        "PREP": "at by for from in into of off on onto per to upon via with without than during about under over",
        "CONJ": "and or but nor if because although though unless while as whether",
        "PRCL": "a an the not no n't yes",
    ])

    /// For each word of these lists what the list is named.
    private static func table(_ lists: [String: String]) -> [String: String] {
        lists.reduce(into: [:]) { kinds, list in
            for word in list.value.split(separator: " ") { kinds[String(word)] = list.key }
        }
    }

    /// Words that carry others, beside what the files know of them: modal and auxiliary verbs, which Russian grammar calls predicatives
    /// (`можно`), pronouns that stand before a noun, and the particle of requests.
    private static let carriers = table([
        "PRED": """
        can cannot could may might must shall should will would am is are was were be been being do does did have has had
        """,
        "ADJF Apro": "my your his its our their whose which some any",
        "PRCL": "please",
    ])

    private func verbReadings(of word: String) -> [Grammar] {
        var readings: [Grammar] = []
        if isVerb(word) { readings += [Grammar("VERB pres"), Grammar("INFN")] }
        if isForm(word, .s) { readings.append(Grammar("VERB pres sing 3per")) }
        if isForm(word, .ing) { readings += [Grammar("PRTF pres actv"), Grammar("GRND")] }
        let irregular = lemmas(ofIrregular: word, .verb).filter(isVerb)
        if irregular.contains(where: { EnglishSpelling($0).with(.ing).contains(word) }) {
            readings += [Grammar("PRTF pres actv"), Grammar("GRND")]
        } else if !irregular.isEmpty {
            readings += [Grammar("VERB past"), Grammar("PRTF past pssv")]
        }
        if stems(of: word, .ed).contains(where: { isVerb($0) && hasRegularPast($0, EnglishSpelling($0)) }) {
            readings += [Grammar("VERB past"), Grammar("PRTF past pssv")]
        }
        return readings
    }

    private func isForm(_ word: String, _ ending: EnglishEnding) -> Bool {
        stems(of: word, ending).contains(where: isVerb)
    }

    private func adjectiveReadings(of word: String) -> [Grammar] {
        var readings: [Grammar] = []
        if isAdjective(word) { readings.append(Grammar("ADJF")) }
        let irregular = lemmas(ofIrregular: word, .adjective)
        let isHighest = word.hasSuffix("st")
        if !irregular.isEmpty { readings.append(isHighest ? Grammar("ADJF Supr") : Grammar("COMP")) }
        if stems(of: word, .er).contains(where: isAdjective) { readings.append(Grammar("COMP")) }
        if stems(of: word, .est).contains(where: isAdjective) { readings.append(Grammar("ADJF Supr")) }
        return readings
    }

    private func adverbReadings(of word: String) -> [Grammar] {
        if isAdverb(word) { return [Grammar("ADVB")] }
        guard word.hasSuffix("ly") else { return [] }
        let stem = String(word.dropLast(2))
        let stems = [stem, stem + "le", stem.hasSuffix("i") ? stem.dropLast() + "y" : stem]
        return stems.contains(where: isAdjective) ? [Grammar("ADVB")] : []
    }

    private func nounReadings(of word: String) -> [Grammar] {
        guard lemmas(ofIrregular: word, .verb).isEmpty else { return isNoun(word) ? [Grammar("NOUN sing")] : [] }
        var readings: [Grammar] = []
        if isNoun(word) || !irregularForms(of: word, .noun).isEmpty { readings.append(Grammar("NOUN sing")) }
        if !lemmas(ofIrregular: word, .noun).isEmpty || stems(of: word, .s).contains(where: isNoun) {
            readings.append(Grammar("NOUN plur"))
        }
        return readings
    }
}
