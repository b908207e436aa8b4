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

    /// Nobody names more times for one call.
    private static let mostPieces = 40

    private func found(in chart: inout Chart, _ text: String) -> [CallbackSelection.Found] {
        var found: [CallbackSelection.Found] = []
        let places = ScalarPlaces(text)
        while found.count < Self.mostPieces, chart.readSegment() {
            let known = found.last?.piece.end ?? 0
            found += CallbackSelection(chart, text, places).found().filter { $0.piece.start >= known }
        }
        return Array(found.prefix(Self.mostPieces))
    }
}
