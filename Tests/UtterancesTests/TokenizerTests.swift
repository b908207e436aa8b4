import Testing
import Utterances

@Suite struct TokenizerTests {
    @Test(arguments: [
        ("Привет, бот!", "привет бот"),
        ("Call me back in an hour.", "call me back in an hour"),
        ("don't can’t it's I’ve couldn't've", "do n't ca n't it 's i 've could n't 've"),
        ("we'll they’re I'd I'm John's dogs'", "we 'll they 're i 'd i 'm john 's dogs"),
        ("it 's do n't 're", "it 's do n't 're"),
        ("'quoted' and 'm' o'clock об'єкт", "quoted and m o'clock об'єкт"),
        ("что-нибудь из‑за Санкт-Петербург COVID-19 1-й", "что-нибудь из-за санкт-петербург covid-19 1-й"),
        ("-5 3,5 3.5 1,000,000 1.000.000 12.05.2020", "-5 3,5 3.5 1,000,000 1.000.000 12 05 2020"),
        ("1,2,3,4", "1 2 3 4"),
        ("(-5) 5-3 5 - 3 5 -3 − 7", "-5 5 - 3 5 - 3 5 -3 - 7"),
        ("да - нет — может быть", "да нет может быть"),
        ("-", "-"), (" - ", "-"), ("--", ""), ("- да", "да"), ("- 5", "- 5"),
        ("+5 (+5) +79161234567 5 +3 2 + 3 2+3 + 5 ++5", "+5 +5 +79161234567 5 +3 2 + 3 2 + 3 + 5 + + 5"),
        ("STRASSE straße ΣΊΣΥΦΟΣ Σίσυφος ﬁn ıŉ", "strasse strasse σίσυφοσ σίσυφοσ fin ıŉ"),
        ("2+2=4 50% $5 5€ №7 c++", "2 + 2 = 4 50 % $ 5 5 € № 7 c + +"),
        ("/start", "start"), ("???", ""), ("", ""), ("   \n\t", ""),
        ("ok👍🏽 ❤️ 👨‍👩‍👧 🇷🇺🇬🇧", "ok 👍🏽 ❤ 👨‍👩‍👧 🇷🇺 🇬🇧"),
        ("15:19 a@b.c snake_case 10am 3,5кг", "15 19 a b c snake_case 10am 3,5кг"),
        ("ЁЛКА елка за\u{301}мок cafe\u{301} re\u{AD}do", "елка елка замок caf\u{E9} redo"),
        ("и\u{306}од", "йод"), ("你好吗 ok", "你好吗 ok"), ("مرحبا بك", "مرحبا بك"), ("हिन्दी में", "हिन्दी में"),
    ])
    func words(text: String, words: String) {
        #expect(Utterance(text).tokens.map(\.word).joined(separator: " ") == words)
    }

    @Test(arguments: [
        ("сменить ПИН-код, 200км", "сменить пин код 200 км"), ("2021г", "2021 г"), ("3,5кг", "3,5 кг"),
        ("санкт‑петербург", "санкт петербург"), ("-5 10-12 5кг", "-5 10 - 12 5 кг"), ("8-го", "8 го"),
    ])
    func partsOfWords(text: String, words: String) {
        #expect(Utterance(text).parted?.tokens.map(\.word).joined(separator: " ") == words)
    }

    @Test(arguments: ["", "да", "-5 + 3", "пй3куа2", "don't", "snake_case"])
    func wordsWithoutParts(text: String) {
        #expect(Utterance(text).parted == nil)
    }

    @Test func marksStandOverTheSameTextInParts() throws {
        var utterance = Utterance("мой пин-код от карты")
        utterance.marks = [Utterance.Mark(name: "card", words: 2..<4, value: nil)]
        let parted = try #require(utterance.parted)
        #expect(parted.marks.map(\.words) == [3..<5])
        #expect(parted.tokens.map { parted.text(from: $0.start, to: $0.end) } == ["мой", "пин", "код", "от", "карты"])
    }

    @Test func wordsAreComposedScalarByScalar() {
        #expect(Array(Utterance("cafe\u{301}").tokens[0].word.unicodeScalars) == Array("caf\u{E9}".unicodeScalars))
    }

    @Test func placesPointIntoTheText() {
        let utterance = Utterance("  Да, I don’t — 3,5%!")
        let texts = utterance.tokens.map { utterance.text(from: $0.start, to: $0.end) }
        #expect(texts == ["Да", "I", "do", "n’t", "3,5", "%"])
    }

    /// Each line would cost billions of steps if any look-ahead started anew at every word.
    @Test(
        arguments: ["слово ", "1,", "- ", "don't", "'", "a-", "1.5.", "👨‍", "-5", "e\u{301}", "🇷"])
    func longLines(unit: String) {
        let text = String(repeating: unit, count: 100_000 / unit.unicodeScalars.count)
        let utterance = Utterance(text)
        for (token, next) in zip(utterance.tokens, utterance.tokens.dropFirst()) { #expect(token.end <= next.start) }
    }
}
