/// Grammatical features of one reading of a word, by OpenCorpora's names: `NOUN`, `plur`, `gent` …
package struct Grammar: Hashable, Sendable {
    fileprivate let features: UInt128

    private init(features: UInt128) { self.features = features }

    /// The features of these names, which blanks or commas part; unknown ones are passed over.
    package init(_ names: String) { self.init(features: Self.features(of: names.utf8)) }

    /// The same, read where it stands in a file.
    init(_ names: Slice<UnsafeRawBufferPointer>) { self.init(features: Self.features(of: names)) }

    private static func features(of names: some Sequence<UInt8>) -> UInt128 {
        var features: UInt128 = 0
        var name: UInt64 = 0
        for byte in names {
            if byte == UInt8(ascii: " ") || byte == UInt8(ascii: ",") {
                features |= bits[name] ?? 0
                name = 0
            } else {
                name = name << 8 | UInt64(byte)
            }
        }
        return features | (bits[name] ?? 0)
    }

    /// The bit of each name, which is a number here: names have four letters.
    private static let bits: [UInt64: UInt128] = {
        var bits: [UInt64: UInt128] = [:]
        for (number, name) in names.enumerated() { bits[key(name)] = 1 << UInt128(number) }
        // A second genitive is a genitive, too.
        for (special, common) in [
            ("gen1", "gent"), ("gen2", "gent"), ("acc2", "accs"), ("loc1", "loct"), ("loc2", "loct"),
        ] { bits[key(special), default: 0] |= bits[key(common)] ?? 0 }
        return bits
    }()

    private static func key(_ name: String) -> UInt64 { name.utf8.reduce(0) { $0 << 8 | UInt64($1) } }

    /// By OpenCorpora's names, in the order of its list.
    var featureNames: [String] {
        Self.names.enumerated().filter { features & (1 << UInt128($0.offset)) != 0 }.map(\.element)
    }

    func has(_ others: Grammar) -> Bool { features & others.features == others.features }

    func hasAny(of others: Grammar) -> Bool { features & others.features != 0 }

    /// Every feature that readings may have. Up to 128.
    static let names = """
        NOUN ADJF ADJS COMP VERB INFN PRTF PRTS GRND NUMR ADVB NPRO PRED PREP CONJ PRCL INTJ NUMB LATN \
        anim inan masc femn neut ms-f GNdr sing plur Sgtm Pltm Fixd \
        nomn gent datv accs ablt loct voct gen1 gen2 acc2 loc1 loc2 \
        perf impf tran intr Impe Impx Mult Refl 1per 2per 3per pres past futr indc impr incl excl actv pssv \
        Abbr Name Surn Patr Geox Orgn Trad Subx Supr Qual Apro Anum Poss V-ey V-oy Cmp2 V-ej \
        Infr Slng Arch Litr Erro Dist Ques Dmns Prnt V-be V-en V-ie V-bi Fimp Prdx Coun Coll V-sh Af-p Inmx Vpre \
        Anph Init Adjx Ms-f Hypo intg real
        """.split(separator: " ").map(String.init)
}

/// What `$morph<С им ед>` asks of a word: that one of its readings has all these tags.
package struct GrammarQuery: Hashable, Sendable {
    package let tags: [GrammarTag]

    package init(tags: [GrammarTag]) { self.tags = tags }

    package func accepts(_ readings: [Grammar]) -> Bool {
        readings.contains { reading in tags.allSatisfy { $0.accepts(reading) } }
    }
}

/// A name for grammatical features: OpenCorpora's own (`NOUN`, `СУЩ`), or one of another analyser (`С`, `V`).
package struct GrammarTag: Hashable, Sendable {
    package let name: String
    private let choices: [Choice]

    /// A reading has the tag when it has all of one set of features and none of the other.
    private struct Choice: Hashable, Sendable {
        let wanted: Grammar
        let unwanted: Grammar

        /// - Parameter text: `ADJF !Apro !Anum`
        init(_ text: Substring) {
            let names = text.split(separator: " ")
            wanted = Grammar(names.filter { $0.first != "!" }.joined(separator: " "))
            unwanted = Grammar(names.filter { $0.first == "!" }.map { $0.dropFirst() }.joined(separator: " "))
        }
    }

    /// The tag of that name; upper and lower case count only where they tell two apart (`ПР` and `пр`).
    package init?(named name: String) {
        guard let tag = Self.byName[name] ?? Self.byLowerName[name.lowercased()] else { return nil }
        self = tag
    }

    private init(name: String, meaning: Substring) {
        self.name = name
        choices = meaning.split(separator: "|").map(Choice.init)
    }

    func accepts(_ reading: Grammar) -> Bool {
        choices.contains { reading.has($0.wanted) && !reading.hasAny(of: $0.unwanted) }
    }

    /// The names of all tags.
    package static let names = byName.keys.sorted()

    private static let byName: [String: GrammarTag] = {
        var tags: [String: GrammarTag] = [:]
        for name in Grammar.names { tags[name] = GrammarTag(name: name, meaning: name[...]) }
        for line in otherNames.split(separator: "\n") {
            let sides = line.split(separator: "=", maxSplits: 1)
            for name in sides[0].split(separator: " ").map(String.init) {
                tags[name] = GrammarTag(name: name, meaning: sides[1])
            }
        }
        return tags
    }()

    private static let byLowerName: [String: GrammarTag] = {
        Dictionary(
            names.compactMap { name in byName[name].map { (name.lowercased(), $0) } }, uniquingKeysWith: preferred)
    }()

    private static func preferred(_ first: GrammarTag, _ second: GrammarTag) -> GrammarTag {
        first.name == first.name.lowercased() ? first : second
    }
}
