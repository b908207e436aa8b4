import BotModel
import Dialog

/// An intent whose phrases are like a text, as people read it: how sure it is, by which phrase, and why it does not answer.
struct IntentText {
    private let near: NearIntent
    private let explanation: RuleExplanation

    init(_ near: NearIntent, _ explanation: RuleExplanation) {
        self.near = near
        self.explanation = explanation
    }

    var lines: [String] {
        let sure = ShownNumbers.usual.text(near.confidence)
        return ["\(near.intent.path.text.shownOnOneLine) \(sure)", "  " + likeness]
            + (doubt.map { ["  " + $0] } ?? []) + ["  " + verdict]
    }

    /// like `call me back` (0.71): call, back; phone ~ telephone
    private var likeness: String {
        let phrase = near.phrase
        let head = "like `\(phrase.phrase.shortened)` (\(ShownNumbers.usual.text(phrase.likeness)))"
        let pairs = phrase.words.map { pair in
            let likeness = ShownNumbers.usual.text(pair.likeness)
            return pair.likeness == 1 ? pair.said : "\(pair.said) ~ \(pair.written) (\(likeness))"
        }
        return pairs.isEmpty ? head : head + ": " + pairs.joined(separator: ", ").shownOnOneLine
    }

    /// Less than this is not worth a line.
    private static let leastDoubt = 0.01

    private var doubt: String? {
        guard let rival = near.rival, rival.doubt >= Self.leastDoubt else { return nil }
        let without = ShownNumbers.usual.text(near.confidence + rival.doubt)
        return "\(without) but for `\(rival.intent.path.text.shownOnOneLine)`, for which some of these words speak too"
    }

    private var verdict: String {
        switch near.hindrance {
        case .unsure(let threshold):
            "not sure enough: the bot's threshold for phrases is \(ShownNumbers.whole(threshold))"
        case .entity(let rule) where rule.isWanted: "a rule of the intent wants `@\(rule.entity)`, which was not said"
        case .entity(let rule): "a rule of the intent does not want `@\(rule.entity)`, which was said"
        case .slot(let slot):
            "the slot `\(slot.name.text)` is required and has no prompt, and no `@\(slot.entity.text)` was said"
        case nil: outcome
        }
    }

    private var path: String { near.intent.path.text }

    private var outcome: String {
        guard let winner = explanation.found.first else { return closed }
        if winner.intent?.intent.path.text == path { return "it answers" }
        guard explanation.found.contains(where: { $0.intent?.intent.path.text == path }) else { return closed }
        return switch winner.candidate.kind {
        case .pattern: "recognised, but a pattern goes before intents however sure they are"
        case .example: "recognised, but an example goes before intents however sure they are"
        case .intent, .event: "recognised, but `\(winner.intent?.intent.path.text ?? "")` goes before it"
        }
    }

    private var closed: String {
        let isElsewhere = explanation.closed.contains { $0.found.intent?.intent.path.text == path }
        return isElsewhere
            ? "recognised, but its rules are not open in \(explanation.context)"
            : "recognised, but no `intent:` or `intentGroup:` leads on from it"
    }

    // MARK: As a record

    var json: JSONValue {
        .object([
            ("intent", .string(path)), ("confidence", .score(near.confidence)), ("phrase", .string(near.phrase.phrase)),
            ("likeness", .score(near.phrase.likeness)), ("words", .array(words)),
            ("hindrance", .text(hindrance.name)), ("threshold", hindrance.threshold.map { .score($0) } ?? .null),
            ("entity", .text(hindrance.entity)), ("rival", .text(near.rival?.intent.path.text)),
            ("doubt", near.rival.map { .score($0.doubt) } ?? .null),
        ])
    }

    private var words: [JSONValue] {
        near.phrase.words.map { pair in
            .object([
                ("said", .string(pair.said)), ("written", .string(pair.written)), ("likeness", .score(pair.likeness)),
            ])
        }
    }

    private var hindrance: (name: String?, threshold: Double?, entity: String?) {
        switch near.hindrance {
        case .unsure(let threshold): ("threshold", threshold, nil)
        case .entity(let rule): (rule.isWanted ? "lacksEntity" : "hasEntity", nil, rule.entity)
        case .slot(let slot): ("lacksSlot", nil, slot.entity.text)
        case nil: (nil, nil, nil)
        }
    }
}
