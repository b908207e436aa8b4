import SourceText

extension ConfigurationTable {
    /// What belongs to a key of `chatbot.yaml`.
    enum Shape {
        case text, flag, number, texts, anything
        /// A number without a fraction, and one from 0 to 1.
        case whole, share
        /// `en`, `ru_RU`.
        case language
        /// One of these words, in upper or lower case.
        case choice([String])
        /// A group of keys of the bot's own.
        case tree
        /// A list of objects with these keys.
        case objects(Set<String>)

        func fits(_ value: DataValue) -> Bool {
            switch (self, value.kind) {
            case (.anything, _), (_, .null), (.flag, .flag), (.number, .number): true
            case (.text, .text), (.text, .number), (.text, .flag): true
            case (.texts, .list): value.elements.allSatisfy { $0.text != nil }
            case (.texts, _): value.text != nil
            case (.whole, .number): value.whole != nil
            case (.share, .number): value.number.map { (0...1).contains($0) } ?? false
            case (.language, _): value.text.map { Self.isLanguage($0) || Self.isTemplate($0) } ?? false
            case (.choice(let names), _):
                value.text.map { text in
                    names.contains { $0.lowercased() == text.lowercased() } || Self.isTemplate(text)
                } ?? false
            case (.tree, .object): true
            case (.objects, .list): value.elements.allSatisfy { if case .object = $0.kind { true } else { false } }
            default: false
            }
        }

        var description: String {
            switch self {
            case .text: "a text"
            case .flag: "`true` or `false`"
            case .number: "a number"
            case .texts: "a text or a list of texts"
            case .anything: "anything"
            case .whole: "a number without a fraction"
            case .share: "a number from 0 to 1"
            case .language: "a language like `en` or `ru`"
            case .choice: Spelling.alternatives(choices) ?? ""
            case .tree: "a list of `key: value` lines"
            case .objects(let keys):
                "a list whose entries have \(keys.sorted().map { "`\($0)`" }.joined(separator: ", "))"
            }
        }

        /// The words that may stand there, if only some may.
        var choices: [String] { if case .choice(let names) = self { names } else { [] } }

        /// Whether values of the right kind may be wrong.
        var isOfValues: Bool {
            switch self {
            case .whole, .share, .language, .choice: true
            default: false
            }
        }

        var isNumber: Bool {
            switch self {
            case .number, .whole, .share: true
            default: false
            }
        }

        private static func isLanguage(_ text: String) -> Bool {
            let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
            return parts.count <= 3 && (2...3).contains(parts[0].count)
                && parts.allSatisfy { part in
                    (2...4).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
                }
        }

        /// A place that a generator of projects fills in.
        private static func isTemplate(_ text: String) -> Bool { text.hasPrefix("<%") || text.hasPrefix("{{") }
    }
}
