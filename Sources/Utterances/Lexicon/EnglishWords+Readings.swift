extension EnglishWords {
    /// What a word may be grammatically, as far as the files tell: verbs and adjectives with their forms, plurals that are
    /// irregular, adverbs in `ly`. Ordinary nouns are in none of the files, so they have no readings.
    func readings(of word: String) -> [Grammar] {
        verbReadings(of: word) + adjectiveReadings(of: word) + nounReadings(of: word)
    }

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
        if stems(of: word, .ed).contains(where: { isVerb($0) && !hasIrregularForm($0, .verb) }) {
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
        if word.hasSuffix("ly") {
            let stem = String(word.dropLast(2))
            let stems = [stem, stem + "le", stem.hasSuffix("i") ? stem.dropLast() + "y" : stem]
            if stems.contains(where: isAdjective) { readings.append(Grammar("ADVB")) }
        }
        return readings
    }

    private func nounReadings(of word: String) -> [Grammar] {
        var readings: [Grammar] = []
        if hasIrregularForm(word, .noun) { readings.append(Grammar("NOUN sing")) }
        if !lemmas(ofIrregular: word, .noun).isEmpty { readings.append(Grammar("NOUN plur")) }
        return readings
    }
}
