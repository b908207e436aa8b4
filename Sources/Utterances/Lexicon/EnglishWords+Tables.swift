/// What rules and WordNet's lists do not tell: the little words, and which irregular words are regular as well.
extension EnglishWords {
    /// Words that have forms of no kind that WordNet knows. `~he` stands for all of them, but in a dictionary each is its own:
    /// who says "we" does not mean the US.
    static let littleForms = Families(
        """
        i me my mine; he him his; she her hers; it its; we us our ours; you your yours; they them their theirs; who whom whose
        this these; that those; a an; not n't; be 'm 're 's; have 've; will would 'll wo; can could ca; shall should sha
        may might
        """)

    /// Nouns, verbs and adjectives with forms that WordNet's lists lack.
    static let missingForms: [Kind: Families] = [
        .noun: Families("person people; woman women"),
        .verb: Families("be am are is been being was were; do does; have has had having"),
        .adjective: Families(
            """
            many more most; much more most; little less least; far further farther furthest farthest; good better best
            well better best; bad worse worst; badly worse worst; ill worse worst; soon sooner soonest; often oftener oftenest
            """),
    ]

    /// Irregular words that have no regular forms of comparison (`gooder`).
    static let withoutRegularComparison = set("many much little far good well bad ill badly")

    /// Verbs whose past is their infinitive.
    static let unchangedVerbs = set(
        """
        bet burst cast cost cut hit hurt let put quit read rid set shed shut slit split spread thrust upset overcast miscast recast
        reset offset outbid rebid undercut unset reread sublet
        """)

    /// Irregular verbs that have a regular past, too (`learnt`, `learned`).
    static let alsoRegularVerbs = set(
        """
        abide address awake bed bereave bing bless burn chide chivy cleave clothe coopt curet curse deal debus degas dive dow dream
        dwell enwind floodlight flyblow gas geld gild gin gird grave hang heave hew honey ken kneel knit ko lade ladify lean leap learn
        lie light melt mow nonplus outgas pasquinade pen plead prologue program prove quiz reave red reeve rive saw seed sew shave shew
        shine shoe shrive ski smell sneak sow speed spell spill spoil spotlight squeegee stave stiletto strew strive strow swell
        tally-ho taxi thrive torrefy trammel transfix transship typewrite unclothe upheave wake weave whiz wind work
        """)

    /// In `man`, but not of the man's kind.
    static let notOfMan = set(
        """
        human german roman ottoman talisman shaman caiman cayman norman mussulman turkoman brahman ataman hetman desman toman
        dolman superhuman
        """)

    /// Plurals that leave no room for a regular one.
    static let irregularPlurals = [
        "men", "children", "feet", "teeth", "geese", "mice", "lice", "oxen", "ves", "yses", "ises",
    ]

    private static func set(_ words: String) -> Set<String> {
        Set(words.split { $0 == " " || $0 == "\n" }.map(String.init))
    }

    /// Words with other forms of them, the dictionary word first; `;` or the end of a line parts them.
    struct Families: Sendable {
        private(set) var forms: [String: [String]] = [:]
        private(set) var lemmas: [String: [String]] = [:]

        init(_ text: String) {
            for family in text.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
                let words = family.split(separator: " ").map(String.init)
                for form in words.dropFirst() { add(form, of: words[0]) }
            }
        }

        mutating func add(_ form: String, of lemma: String) {
            guard forms[lemma]?.contains(form) != true else { return }
            forms[lemma, default: []].append(form)
            lemmas[form, default: []].append(lemma)
        }
    }
}
