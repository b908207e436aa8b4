/// Words of a language that stand for "any word" in samples, and for words of which only a part or the grammar is known.
struct EverydayWords {
    /// What people put between other words.
    let fillers: [String]
    /// Dictionary words of every kind.
    let lemmas: [String]
    /// What may stand for the stars of a word part.
    let beginnings: [String]
    let middles: [String]
    let endings: [String]

    var all: [String] { lemmas + fillers }

    /// - Parameter text: in the language that is wanted.
    init(near text: String) { self = Self.isRussian(text) ? .russian : .english }

    var otherLanguage: EverydayWords { Self.isRussian(fillers[0]) ? .english : .russian }

    private static func isRussian(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x400...0x52F).contains($0.value) }
    }

    private init(fillers: String, lemmas: String, beginnings: String, middles: String, endings: String) {
        let words = { (text: String) in text.split(separator: " ").map(String.init) }
        self.fillers = words(fillers)
        self.lemmas = words(lemmas)
        self.beginnings = words(beginnings)
        self.middles = words(middles)
        self.endings = [""] + words(endings)
    }

    private static let english = EverydayWords(
        fillers: """
            please well now today hello maybe okay just really then soon again here there sorry so still tonight \
            quickly right actually honestly probably listen perhaps anyway also already finally sure
            """,
        lemmas: """
            house man woman child day night friend city coffee water money phone call number work car book time \
            go come take give say know want need buy pay order make write see put be have do can \
            good big new small old long quick happy I you he she it we they my this that who what \
            one two three ten first not and but or if in on at to from with about for the a yes oh
            """,
        beginnings: "in out up over re un off mis under fore", middles: "a e i o u in er al oo ea",
        endings: "s ed ing er ly y ness ful less")

    private static let russian = EverydayWords(
        fillers: """
            пожалуйста ну сейчас сегодня алло может вот так тогда потом ещё уже здесь там просто \
            конечно наверное скоро опять слушайте знаете хорошо ладно быстро вечером завтра правда короче
            """,
        lemmas: """
            стол дом день город человек друг мальчик врач конь учитель машина вода рука девочка мать ночь дверь \
            окно письмо время море солнце имя деньги ножницы сутки кофе Москва Иван Мария Иванович Иванов \
            делать сделать говорить сказать идти пойти купить платить хотеть мочь быть знать видеть учиться написать \
            открыть читать закрыть светать хороший новый большой маленький синий рабочий мой этот весь быстрый рад \
            я ты он она мы вы они кто что себя никто один два три пять десять первый второй двое \
            быстро хорошо сегодня здесь лучше можно надо в на с от для и но или если не ли же да ах
            """,
        beginnings: "вы при за по под до про от на пере", middles: "а о е ри ла ус ол ро и ове",
        endings: "ы а ом у ить ит ный ка ов")
}
