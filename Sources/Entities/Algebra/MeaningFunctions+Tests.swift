extension MeaningFunctions {
    /// Questions for `if = …`.
    static let tests: [MeaningFunction] = [
        function("grainOf") { arguments, _ in
            arguments.time(0).map { .grain($0.grain) } ?? arguments.length(0).map { .grain($0.grain) }
        },
        function("isInterval") { arguments, _ in truth(arguments.time(0)?.isInterval == true) },
        function("isOpen") { arguments, _ in truth(arguments.time(0)?.isOpen == true) },
        function("isClock") { arguments, _ in truth(arguments.time(0)?.isClock == true) },
        function("isTwelveHours") { arguments, _ in truth(arguments.time(0)?.isTwelveHours == true) },
        function("isWhole") { arguments, _ in truth(arguments.whole(0) != nil) },
        function("not") { arguments, _ in truth(arguments.first?.isTrue != true) },
        // exists(x): whether there is such a time at all
        function("exists") { arguments, context in
            truth(arguments.time(0).map { context.resolver.value(of: $0) != nil } ?? (arguments.first?.isTrue == true))
        },
        // region('GB'): whether the speaker is from there; region('US', 'PH'): from one of these
        function("region") { arguments, context in
            truth(arguments.contains { $0.text == context.region.name })
        },
    ]

    static func truth(_ isTrue: Bool) -> Meaning { .number(isTrue ? 1 : 0) }
}
