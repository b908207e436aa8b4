/// The arguments of `match` and `entities`, so arranged that a phrase may begin with `-`: "-5", "- yes".
enum PhraseArguments {
    private static let takeValues: Set<String> = [
        "--module", "--state", "--sample", "--count", "--seed", "--language", "--at", "--zone", "--dims",
    ]

    /// - Returns: the arguments with such a phrase behind `--`, where it cannot be taken for an option.
    static func arranged(_ arguments: [String]) -> [String] {
        guard arguments.first == "match" || arguments.first == "entities", !arguments.contains("--") else {
            return arguments
        }
        let phrases = arguments.indices.dropFirst().filter {
            !takeValues.contains(arguments[$0 - 1]) && isPhrase(arguments[$0])
        }
        guard phrases.count == 1, let phrase = phrases.first else { return arguments }
        var arranged = arguments
        arranged.remove(at: phrase)
        return arranged + ["--", arguments[phrase]]
    }

    /// Begins with `-` and is no option such as `-h`, `--word` and `--word=value`; a lone `-` is standard input.
    private static func isPhrase(_ argument: String) -> Bool {
        let name = argument.drop { $0 == "-" }.prefix { $0 != "=" }
        guard argument.hasPrefix("-"), argument.contains(where: { $0 != "-" }) else { return false }
        let isOption = name.first.map { $0.isASCII && $0.isLetter } ?? true
        return !isOption || name.contains(where: \.isWhitespace)
    }
}
