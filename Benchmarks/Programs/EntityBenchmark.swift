import CivilTime
import Entities
import Foundation
import Utterances

/// How many phrases a second one core reads for all entities.
struct EntityBenchmark {
    private let grammar: EntityGrammar
    private let moment = EntityMoment(now: 1_795_424_400, zone: Zone(name: "+03:00", fixedOffset: 10_800))

    /// - Parameter grammars: the folder `Grammars`.
    init(language: String, grammars: String) throws {
        let files = try ["any", language].flatMap { folder in
            try FileManager.default.contentsOfDirectory(atPath: "\(grammars)/\(folder)").filter {
                $0.hasSuffix(".rules")
            }
            .sorted().map {
                (name: $0, text: try String(contentsOfFile: "\(grammars)/\(folder)/\($0)", encoding: .utf8))
            }
        }
        grammar = EntityGrammar(files: files)
    }

    /// The seconds of the processor for one reading of all phrases, the median of nine rounds.
    func seconds(for phrases: [String]) -> Double {
        median(
            (0..<9).map { _ in
                threadSeconds { for phrase in phrases { _ = grammar.entities(in: phrase, at: moment).count } }
            })
    }
}

/// - Parameter files: phrases, one a line or JSON Lines with a field `text`; ours when empty.
func benchEntities(grammars: String, files: [String]) throws {
    let english = try EntityBenchmark(language: "en", grammars: grammars)
    let phrases = files.isEmpty ? CallbackPhrases.english : try files.flatMap(CallbackPhrases.read)
    let repeated = Array(repeating: phrases, count: max(1, 2000 / max(1, phrases.count))).flatMap(\.self)
    let words = median((0..<9).map { _ in threadSeconds { for phrase in repeated { _ = Utterance(phrase) } } })
    let all = english.seconds(for: repeated)
    let speed = Double(repeated.count) / all
    show("callback phrases for all entities, English", speed, "phrases/s", words / all, "cutting them into words")
    showBar("at least 50,000/s", speed >= 50_000)
    guard files.isEmpty else { return }
    let russian = try EntityBenchmark(language: "ru", grammars: grammars)
    let theirs = Array(repeating: CallbackPhrases.russian, count: 2000 / CallbackPhrases.russian.count).flatMap(\.self)
    let second = russian.seconds(for: theirs)
    show(
        "callback phrases for all entities, Russian", Double(theirs.count) / second, "phrases/s",
        all / second * Double(theirs.count) / Double(repeated.count), "the English ones")
    for (name, text) in CallbackPhrases.long {
        let spent = english.seconds(for: [text])
        show("10,000 words: \(name)", spent * 1e3, "ms", spent / (all / Double(repeated.count)), "one callback phrase")
        showBar("below 50 ms", spent < 0.05)
    }
}

/// What callers say when they are asked when to call them back.
private enum CallbackPhrases {
    static let english = [
        "call me back tomorrow at half past five", "in about twenty minutes please", "after six but not on friday",
        "next monday morning would be good",
        "could you ring me on the 25th at ten", "weekday evenings are best", "not before noon",
        "any day but monday between two and four",
        "tomorrow afternoon", "in half an hour or so", "at 5:30 pm", "I am driving, try again in an hour",
        "on thursday from 9 to 11", "this evening after seven",
        "a week from today", "at quarter to three", "first thing tomorrow morning", "sometime next week",
        "I don't know, maybe on the weekend", "as soon as possible",
        "my number is 650 555 1234 call there at noon", "on march 3rd around two o'clock", "by the end of the month",
        "in two days at the same time",
        "let's say wednesday at eleven thirty", "please do not call me again", "who is this", "yes that suits me",
        "the day after tomorrow at 8 in the morning", "later today",
    ]
    static let russian = [
        "перезвоните завтра в половине шестого", "минут через двадцать", "после шести но не в пятницу",
        "в понедельник утром", "двадцать пятого марта в десять",
        "по будням вечером", "не раньше двенадцати", "через полчаса", "в 17:30", "с двух до четырёх",
        "сегодня вечером после семи", "через неделю", "без пятнадцати три",
        "завтра после обеда", "в выходные", "я за рулём, давайте через час", "не звоните мне больше", "кто это",
        "да, мне удобно", "послезавтра в девять утра",
    ]

    static let long = [
        ("talk", repeated("well I think that we could perhaps speak about it when you have more time for me ")),
        ("times", repeated("on monday at five and tomorrow after six or in two hours ")),
        ("numbers", repeated("five hundred twenty one thousand three ")), ("one word", repeated("monday ")),
    ]

    private static func repeated(_ text: String) -> String {
        let words = text.split(separator: " ").count
        return String(repeating: text, count: 10_000 / words)
    }

    static func read(_ path: String) throws -> [String] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
            guard line.hasPrefix("{"),
                let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            else { return String(line) }
            return object["text"] as? String ?? ""
        }
    }
}
