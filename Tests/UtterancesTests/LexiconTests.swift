import Foundation
import Testing

@testable import Utterances

/// Word forms from the data that `make deps` brings. Where it is not at hand there is nothing to test.
@Suite struct LexiconTests {
    private static let words =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path + "/.deps/words"

    private static func file(_ name: String) -> FileBytes? {
        guard let data = FileManager.default.contents(atPath: "\(words)/\(name)") else { return nil }
        // Kept for good, as a mapped file is.
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: data.count, alignment: 8)
        data.copyBytes(to: bytes)
        return FileBytes(UnsafeRawBufferPointer(bytes))
    }

    /// `nil` where the data is not at hand.
    static let lexicon: Lexicon? = {
        let lexicon = Lexicon(russian: { russian }, english: { english })
        return lexicon.knows(.russian) && lexicon.knows(.english) ? lexicon : nil
    }()

    static var russian: RussianWords? {
        guard let words = file("ru/words.dawg"), let paradigms = file("ru/paradigms.array"),
            let endings = file("ru/suffixes.json")
        else { return nil }
        return RussianWords(
            words: words, paradigms: paradigms, endings: endings, grammars: file("ru/gramtab-opencorpora-int.json"),
            guesses: (0...2).compactMap { file("ru/prediction-suffixes-\($0).dawg") })
    }

    private static var english: EnglishWords? {
        guard let nouns = file("en/index.noun"), let verbs = file("en/index.verb"),
            let adjectives = file("en/index.adj"), let adverbs = file("en/index.adv")
        else { return nil }
        let exceptions = ["noun", "verb", "adj"].compactMap { file("en/\($0).exc") }
        return EnglishWords(
            exceptions: exceptions, nouns: nouns, verbs: verbs, adjectives: adjectives, adverbs: adverbs)
    }

    @Test(arguments: [
        ("человек", "людей людям человека человеку"), ("идти", "шёл шел идёт идет иду идите"),
        ("хороший", "хорошая лучше лучший хорошего"), ("перезвонить", "перезвоните перезвоню перезвони"),
        ("звонить", "звоните звоню звонил звоня"), ("ёж", "ежа ежи ёж"), ("еж", "ежа ежом"),
        ("смартфон", "смартфонами смартфоны"), ("новый", "новая новее поновее новейший"), ("год", "года лет годы"),
        ("go", "goes went gone going"), ("child", "children child"), ("call", "calls called calling"),
        ("be", "is was were been being are"), ("stop", "stopped stopping stops"), ("try", "tries tried trying"),
        ("make", "made making makes"), ("big", "bigger biggest"), ("happy", "happier happiest"), ("die", "dying died"),
        ("box", "boxes"), ("visit", "visited visiting"), ("good", "best better"), ("city", "cities"),
        ("see", "saw seeing"),
        ("woman", "women"), ("businessman", "businessmen"), ("german", "germans"), ("person", "people persons"),
        ("can", "could"), ("will", "would"), ("shall", "should"), ("may", "might"), ("i", "me my"), ("he", "him his"),
        ("she", "her"), ("we", "us our"), ("they", "them their"), ("this", "these"), ("that", "those"),
        ("many", "more most"), ("much", "more most"), ("little", "less least"), ("far", "further farther"),
        ("well", "better best"), ("bad", "worse worst"), ("not", "n't"), ("plan", "planned"),
        ("learn", "learnt learned"),
        ("hope", "hoping"), ("admit", "admitted"), ("quit", "quitting"), ("feed", "fed"), ("cactus", "cacti cactuses"),
        ("callback", "callbacks"), ("iphone", "iphones"), ("деньги", "денег"), ("люди", "людей"), ("дети", "детей"),
        ("выходные", "выходных"), ("went", "go going goes"), ("children", "child"), ("would", "will"),
    ])
    func forms(lemma: String, some: String) throws {
        guard let lexicon = Self.lexicon else { return }
        let forms = Set(lexicon.forms(of: lemma))
        #expect(forms.contains(lemma))
        for form in some.split(separator: " ") { #expect(forms.contains(String(form)), "\(lemma): \(form)") }
    }

    @Test(arguments: [
        ("январь", "gent", "января"), ("москва", "loct", "москве"), ("среда", "accs", "среду"),
        ("корова", "plur,datv", "коровам"),
        ("перезвонить", "past,masc", "перезвонил"), ("людей", "nomn", "люди"), ("новая", "masc,nomn", "новый"),
        ("рубля", "plur", "рублей"),
        ("еж", "gent", "ежа"),
    ])
    func formsWithFeatures(word: String, features: String, form: String) throws {
        guard let lexicon = Self.lexicon else { return }
        #expect(lexicon.form(of: word, with: features.split(separator: ",").map(String.init)) == form)
    }

    @Test(arguments: [
        ("корова", "1 корова, 2 коровы, 5 коров, 11 коров, 21 корова, 0 коров"),
        ("бык", "3 быка, 14 быков, 104 быка, 1.5 быка"),
        ("рубль", "64 рубля, 1000000 рублей, -1 рубль"), ("билет", "111 билетов, 101 билет"),
        ("новый", "1 новый, 5 новых"),
    ])
    func formsAfterNumbers(word: String, pairs: String) throws {
        guard let lexicon = Self.lexicon else { return }
        for pair in pairs.split(separator: ", ") {
            let parts = pair.split(separator: " ")
            #expect(lexicon.form(of: word, after: try #require(Double(parts[0]))) == String(parts[1]), "\(pair)")
        }
        for number in [Double.nan, .infinity, -.infinity, 1e300, .greatestFiniteMagnitude] {
            _ = lexicon.form(of: word, after: number)
        }
    }

    @Test func whatHasNoSuchForm() throws {
        guard let lexicon = Self.lexicon else { return }
        #expect(lexicon.form(of: "корова", with: ["VERB"]) == nil)
        #expect(lexicon.form(of: "корова", with: []) == nil)
        #expect(lexicon.form(of: "абракадабрист", with: ["gent"]) == nil)
        #expect(lexicon.form(of: "быстро", after: 5) == nil)
        #expect(lexicon.analyses(of: "абракадабрист").isEmpty)
        #expect(lexicon.analyses(of: "людей").first?.lemma == "человек")
        #expect(lexicon.analyses(of: "calls").contains { $0.lemma == "call" })
    }

    @Test(arguments: [
        ("звонить", "перезвоните"), ("call", "caller"), ("дом", "домик"), ("human", "humane"), ("car", "care"),
        ("be", "bed"), ("see", "seed"), ("need", "needy"), ("new", "news"), ("hop", "hoping"), ("plan", "planed"),
        ("put", "puting"), ("put", "putted"), ("sing", "singed"), ("go", "goed"), ("buy", "buyed"), ("feed", "feeded"),
        ("child", "childs"), ("child", "childed"), ("german", "germen"), ("woman", "womans"), ("good", "gooder"),
        ("big", "biger"), ("day", "daying"), ("beautiful", "beautifuler"), ("us", "we"), ("sms", "sm"),
        ("left", "leave"),
        ("news", "new"), ("best", "good"), ("три", "тереть"), ("сочи", "сочу"),
    ])
    func otherWords(lemma: String, other: String) {
        guard let lexicon = Self.lexicon else { return }
        #expect(!lexicon.forms(of: lemma).contains(other))
    }

    @Test(arguments: [
        ("людей", "человек"), ("победы", "победа"), ("стали", "сталь стать"), ("шёл", "идти"), ("шел", "идти"),
        ("ежа", "ёж"),
        ("новее", "новый"), ("наилучший", "хороший"), ("парке", "парк"), ("перезвоните", "перезвонить"),
        ("кенгуру", "кенгуру"),
        ("went", "go"), ("calling", "call"), ("cities", "city"), ("stopped", "stop"), ("dying", "die"),
        ("happier", "happy"),
        ("tried", "try"), ("making", "make"), ("boxes", "box"), ("children", "child"), ("new", "new"),
        ("parks", "park"),
    ])
    func lemmas(word: String, some: String) throws {
        guard let lexicon = Self.lexicon else { return }
        let lemmas = lexicon.lemmas(of: word)
        for lemma in some.split(separator: " ") { #expect(lemmas.contains(String(lemma)), "\(word): \(lemmas)") }
    }

    /// In a dictionary nobody means one little word by another: May is not said by "might", nor the US by "we".
    @Test(arguments: [("might", "may"), ("would", "will"), ("we", "us"), ("me", "i")])
    func littleWordsAreTheirOwn(word: String, other: String) {
        guard let lexicon = Self.lexicon else { return }
        #expect(!lexicon.lemmas(of: word).contains(other))
    }

    /// What has a form is found from the form, and the other way round.
    @Test(arguments: [
        "человек", "идти", "хороший", "перезвонить", "ёж", "смартфон", "год", "стать", "сталь", "весь", "два", "go",
        "child", "call",
        "be", "stop", "try", "make", "big", "happy", "die", "box", "visit", "good", "city", "see", "agree", "tie",
        "quiz", "free",
    ])
    func formsAndLemmasAgree(lemma: String) {
        guard let lexicon = Self.lexicon else { return }
        for form in lexicon.forms(of: lemma) where !form.hasPrefix("'") {
            #expect(lexicon.lemmas(of: form).contains(lemma), "\(form)")
        }
    }

    @Test(arguments: [
        ("людей", "человек"), ("перезвоните", "перезвонить"), ("лучше", ""), ("человек", ""), ("еж", ""),
        ("зюзюблика", ""),
        ("called", "call"), ("calls", "call"), ("went", "go"), ("children", "child"), ("left", ""), ("деньги", ""),
        ("люди", ""), ("дети", ""), ("sms", ""), ("need", ""), ("tired", ""), ("thought", ""), ("bed", ""), ("123", ""),
        ("", ""),
    ])
    func mereForms(word: String, lemmas: String) {
        guard let lexicon = Self.lexicon else { return }
        #expect(lexicon.lemmas(ofMereForm: word).joined(separator: " ") == lemmas)
    }

    @Test(arguments: [
        ("человеком", "С мр ед тв"), ("людей", "NOUN anim plur gent"), ("звонит", "Г дст 3л нст"),
        ("звоните", "VERB plur"),
        ("звоните", "Г пвл"), ("позвонить", "ИНФИНИТИВ"), ("позвонить", "V св"), ("новую", "П жр вн ед"),
        ("красивее", "П сравн"),
        ("лучший", "прев"), ("сделан", "КР_ПРИЧАСТИЕ стр"), ("читающий", "ПРИЧАСТИЕ нст дст"),
        ("читая", "ДЕЕПРИЧАСТИЕ"), ("я", "МС 1л ед им"),
        ("мой", "МС-П мр"), ("второй", "ЧИСЛ-П"), ("два", "ЧИСЛ"), ("быстро", "Н"), ("под", "ПРЕДЛ"), ("ах", "МЕЖД"),
        ("чаю", "рд"),
        ("москве", "лок пр"), ("ивана", "имя рд"), ("погуглил", "Г прш ед"), ("зюзюблика", "С рд"),
        ("интернет-магазину", "С дт"),
        ("звони-ка", "пвл"), ("шёл", "прш"), ("шел", "прш"), ("15", "NUMB"), ("3,5", "NUMB real"), ("call", "VERB"),
        ("call", "INFN"),
        ("calls", "VERB 3per"), ("went", "VERB past"), ("gone", "PRTF"), ("calling", "V"), ("called", "VERB past"),
        ("big", "П"),
        ("bigger", "COMP"), ("best", "Supr"), ("children", "NOUN plur"), ("child", "NOUN"), ("quickly", "ADVB"),
        ("often", "ADVB"), ("house", "NOUN sing"), ("houses", "NOUN plur"), ("cities", "NOUN plur"), ("in", "PREP"),
        ("he", "NPRO"), ("but", "CONJ"), ("not", "PRCL"), ("could", "PRED"), ("is", "PRED"), ("is", "VERB"),
        ("my", "ADJF Apro"), ("please", "PRCL"), ("please", "VERB"), ("being", "GRND"), ("hello", "LATN"),
    ])
    func readings(word: String, tags: String) {
        guard let lexicon = Self.lexicon else { return }
        #expect(Self.query(tags).accepts(lexicon.readings(of: word)), "\(word) \(tags)")
    }

    @Test(arguments: [
        ("мой", "П"), ("второй", "П"), ("человеком", "С рд"), ("звонит", "Г прш"), ("позвонить", "Г"), ("стол", "VERB"),
        ("стол", "С од"), ("ква", "Г"), ("hello", "VERB"), ("in", "NOUN"), ("he", "NOUN"),
        ("quickly", "NOUN"), ("was", "NOUN"), ("call", "ADJF"), ("goed", "VERB past"), ("table", "ADJF"),
        ("的", "NOUN"),
        ("15:30", "NUMB"), ("", "NOUN"), ("---", "NOUN"), ("а-б-в-г-д-е", "VERB"),
    ])
    func otherReadings(word: String, tags: String) {
        guard let lexicon = Self.lexicon else { return }
        #expect(!Self.query(tags).accepts(lexicon.readings(of: word)), "\(word) \(tags)")
    }

    private static func query(_ tags: String) -> GrammarQuery {
        GrammarQuery(tags: tags.split(separator: " ").compactMap { GrammarTag(named: String($0)) })
    }

    /// Every name that the dictionary uses is a tag, so is every one that stands for others.
    @Test func namesOfTags() {
        for name in GrammarTag.names {
            #expect(GrammarTag(named: name)?.name == name)
            #expect(GrammarTag(named: name.lowercased()) != nil)
        }
        #expect(GrammarTag(named: "ПР") != GrammarTag(named: "пр"))
        #expect(GrammarTag(named: "noun") == GrammarTag(named: "NOUN"))
        for name in ["", "чсл", "N O", "XXXX"] { #expect(GrammarTag(named: name) == nil) }
        guard let grammemes = FileManager.default.contents(atPath: "\(Self.words)/ru/gramtab-opencorpora-int.json")
        else {
            return
        }
        let names = String(decoding: grammemes, as: UTF8.self).split { !$0.isLetter && !$0.isNumber && $0 != "-" }
        for name in Set(names) { #expect(GrammarTag(named: String(name)) != nil, "\(name)") }
    }

    @Test(arguments: ["зюзюблик", "людей", "", "123", "xqzt", "a", "e\u{301}", "的"])
    func unknownWordsHaveThemselves(word: String) {
        guard let lexicon = Self.lexicon else { return }
        #expect(lexicon.forms(of: word).contains(word))
        #expect(Lexicon().forms(of: word) == [word])
    }

    /// Data of another form is refused, and nothing is read beyond its end.
    @Test func brokenData() {
        var seed: UInt64 = 5
        for _ in 0..<300 {
            let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: Int(seed >> 57), alignment: 8)
            for index in bytes.indices {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes[index] = index < 2 ? UInt8(seed >> 62) : UInt8(seed >> 56)
            }
            seed = seed &* 6_364_136_223_846_793_005 &+ 99
            let file = FileBytes(UnsafeRawBufferPointer(bytes))
            let lexicon = Lexicon(
                russian: {
                    RussianWords(
                        words: file, paradigms: file, endings: file, grammars: file, guesses: [file, file, file])
                },
                english: {
                    EnglishWords(
                        exceptions: [file, file, file], nouns: file, verbs: file, adjectives: file, adverbs: file)
                })
            let word = seed & 1 == 0 ? "слово" : "word"
            _ = lexicon.forms(of: word)
            _ = lexicon.lemmas(of: word)
            _ = lexicon.readings(of: word)
        }
    }
}
