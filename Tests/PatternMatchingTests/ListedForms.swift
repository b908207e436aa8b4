import Utterances

/// A few words with their forms, for tests: written out like `человек=NOUN,sing,nomn людей=NOUN,plur,gent`, the dictionary word first.
struct ListedForms: WordForms {
    private var formsOfLemma: [String: [String]] = [:]
    private var lemmasOfForm: [String: [String]] = [:]
    private var readingsOfForm: [String: [Grammar]] = [:]

    init(_ lines: [String] = []) { for line in lines { add(line) } }

    mutating func add(_ line: String) {
        let forms = line.split(separator: " ").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        guard let lemma = forms.first?.first else { return }
        for form in forms {
            formsOfLemma[lemma, default: []].append(form[0])
            lemmasOfForm[form[0], default: []].append(lemma)
            if form.count > 1 { readingsOfForm[form[0], default: []].append(Grammar(form[1])) }
        }
    }

    func forms(of lemma: String) -> [String] { formsOfLemma[lemma] ?? [lemma] }

    func lemmas(of word: String) -> [String] { lemmasOfForm[word] ?? [word] }

    func knows(_ word: String) -> Bool { lemmasOfForm[word] != nil }

    func readings(of word: String) -> [Grammar] { readingsOfForm[word] ?? [] }
}
