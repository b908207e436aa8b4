extension EntityGrammar {
    /// When a caller who says this wants to be called back; `nil` when the phrase asks for no time at all.
    ///
    /// Found by the rules `$Callback` and by all times and lengths; `uncertain` tells what of it was guessed.
    package func callback(
        in text: String, at moment: EntityMoment, hours: BusinessHours = .usual
    ) -> CallbackWish? {
        withChart(of: text, at: moment, callbacks: true) { chart in
            let found = found(in: &chart, text)
            guard !found.isEmpty, let resolver = chart.context?.resolver else { return nil }
            let clock = CallbackClock(resolver, hours)
            var reader = CallbackReader(clock)
            for piece in found { reader.read(piece.part) }
            var builder = CallbackBuilder(reader.facts, clock)
            guard let plan = builder.plan(found.contains(where: \.isBareNumber) ? [.bareNumber] : []) else {
                return nil
            }
            var wish = plan.wish(clock)
            wish.pieces = found.map(\.piece)
            wish.readBack = speech.words(for: plan, of: wish, at: clock)
            return wish
        }
    }

    /// The rules that have found each piece of a phrase that speaks of a call back.
    package func callbackExplanation(in text: String, at moment: EntityMoment) -> [RuleTree] {
        withChart(of: text, at: moment, callbacks: true) { chart in
            var trees: [RuleTree] = []
            _ = found(in: &chart, text) { chart, found in trees.append(chart.tree(of: found.number)) }
            return trees
        }
    }

    /// Nobody names more times for one call.
    private static let mostPieces = 40

    /// - Parameter visit: sees each piece while the chart still has what it was made of.
    private func found(
        in chart: inout Chart, _ text: String, visit: (Chart, CallbackSelection.Found) -> Void = { _, _ in }
    ) -> [CallbackSelection.Found] {
        var found: [CallbackSelection.Found] = []
        let places = ScalarPlaces(text)
        while found.count < Self.mostPieces, chart.readSegment() {
            let known = found.last?.piece.end ?? 0
            let next = CallbackSelection(chart, text, places).found().filter { $0.piece.start >= known }
            for piece in next.prefix(Self.mostPieces - found.count) {
                visit(chart, piece)
                found.append(piece)
            }
        }
        return found
    }
}
