import BotModel
import Dialog
import PatternMatching

/// Says why rules that match lost against the one that answers.
struct LossReasons {
    private let explanation: RuleExplanation
    private let winner: FoundRule
    private let winnerMatch: PatternMatch?
    private let numbers: ShownNumbers

    init(_ explanation: RuleExplanation, _ winner: FoundRule, _ numbers: ShownNumbers) {
        self.numbers = numbers
        self.explanation = explanation
        self.winner = winner
        winnerMatch = winner.match()
    }

    func text(of loser: FoundRule) -> String {
        let farther = loser.candidate.steps - winner.candidate.steps
        return switch explanation.loss(of: loser, to: winner) {
        case .kind: "\(Self.name(loser)) answers only where no \(Self.shortName(winner)) does"
        case .rank:
            ([ranks(of: loser)] + words(of: loser) + weights(of: loser) + context(of: loser)).joined(separator: "; ")
        case .priority: "the same rank, but the winner's intent has a higher priority in the export"
        case .distance: "the same rank, but its state is \(Self.steps(farther)) farther from \(explanation.context)"
        case .words:
            "the same rank, but it names \(loser.candidate.explicitWords) of the words, and the winner \(winner.candidate.explicitWords)"
        case .order: "the same rank, but it stands later in the files"
        }
    }

    private static func name(_ found: FoundRule) -> String {
        switch found.candidate.kind {
        case .pattern: "a pattern (q)"
        case .example: "an example (e)"
        case .intent: "an intent"
        case .event: "an event"
        }
    }

    private static func shortName(_ found: FoundRule) -> String {
        switch found.candidate.kind {
        case .pattern: "pattern"
        case .example: "example"
        case .intent: "intent"
        case .event: "event"
        }
    }

    private static func steps(_ count: Int) -> String { count == 1 ? "1 step" : "\(count) steps" }

    private func ranks(of loser: FoundRule) -> String {
        "rank \(numbers.text(loser.rank)), the winner has \(numbers.text(winner.rank))"
    }

    // MARK: What makes the difference

    /// A word that counts less here than with the winner.
    private struct Shortfall {
        var words: [String]
        let element: String
        let piece: Int
        /// The number of its last word.
        var last: Int
        var counts: Int
        var wouldCount: Int
    }

    private static let mostShortfalls = 3

    /// `in an` is covered by `*`, which counts 0.1 and not 2
    private func words(of loser: FoundRule) -> [String] {
        shortfalls(of: loser).sorted { $0.wouldCount - $0.counts > $1.wouldCount - $1.counts }
            .prefix(Self.mostShortfalls).map { shortfall in
                let words = shortfall.words.joined(separator: " ").shownOnOneLine
                let counts = numbers.text(shortfall.counts)
                return
                    "`\(words)` is covered by `\(shortfall.element)`, which counts \(counts) and not \(numbers.text(shortfall.wouldCount))"
            }
    }

    private func shortfalls(of loser: FoundRule) -> [Shortfall] {
        guard let winnerMatch, let match = loser.match(), match.tree.words == winnerMatch.tree.words else { return [] }
        let (ours, theirs) = (Self.counts(match), Self.counts(winnerMatch))
        var shortfalls: [Shortfall] = []
        for (number, (our, their)) in zip(ours, theirs).enumerated() where our.counts < their.counts {
            let word = match.tree.words[number]
            if let open = shortfalls.last, open.piece == our.piece, open.last + 1 == number {
                shortfalls[shortfalls.count - 1].last = number
                shortfalls[shortfalls.count - 1].words.append(word)
                shortfalls[shortfalls.count - 1].counts += our.counts
                shortfalls[shortfalls.count - 1].wouldCount += their.counts
            } else {
                shortfalls.append(
                    Shortfall(
                        words: [word], element: match.alignment[our.piece].element, piece: our.piece, last: number,
                        counts: our.counts, wouldCount: their.counts))
            }
        }
        return shortfalls
    }

    /// What each word counts, and by which piece of the alignment.
    private static func counts(_ match: PatternMatch) -> [(piece: Int, counts: Int)] {
        match.alignment.enumerated().flatMap { number, piece in
            piece.words.map { _ in (number, piece.sum / max(piece.words.count, 1)) }
        }
    }

    private func weights(of loser: FoundRule) -> [String] {
        guard let match = loser.match(), let winnerMatch else { return [] }
        guard match.factor != winnerMatch.factor || match.addend != winnerMatch.addend else { return [] }
        return [
            Self.weight(match).map { "its `$weight` \($0)" },
            Self.weight(winnerMatch).map { "the winner's `$weight` \($0)" },
        ].compactMap(\.self)
    }

    /// `multiplies by 0.5 and adds 0.3`, nil when there is none.
    private static func weight(_ match: PatternMatch) -> String? {
        let factor = match.factor == 1 ? nil : "multiplies by \(ShownNumbers.whole(match.factor))"
        let verb = match.addend < 0 ? "takes off" : "adds"
        let addend = match.addend == 0 ? nil : "\(verb) \(ShownNumbers.whole(abs(match.addend)))"
        return factor == nil && addend == nil ? nil : [factor, addend].compactMap(\.self).joined(separator: " and ")
    }

    private func context(of loser: FoundRule) -> [String] {
        let (own, other, ranking) = (loser.candidate, winner.candidate, explanation.ranking)
        var reasons: [String] = []
        if ranking.globalPenalty(of: own) != 0, !other.isGlobal {
            reasons.append("it is a global rule:\(ExplanationText.signed(-ranking.globalPenalty(of: own)))")
        }
        if own.steps > other.steps {
            let penalty = ExplanationText.signed(-ranking.stepPenalty * Double(own.steps - other.steps))
            reasons.append("its state is \(Self.steps(own.steps - other.steps)) farther:\(penalty)")
        }
        return reasons
    }
}
