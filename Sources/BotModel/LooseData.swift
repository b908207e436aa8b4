import ScriptSyntax
import SourceText

/// Data as people write it: JSON, with keys without quotes, single quotes, comments, commas too many and `{{ }}` allowed.
struct LooseData {
    indirect enum Content {
        /// A text in quotes, without them and its escapes.
        case text(PlacedText)
        /// Something without quotes: `true`, `42`, `{{x}}`, a word.
        case bare(PlacedText)
        case list([LooseData])
        case object([Member])
    }

    struct Member {
        let key: PlacedText
        let value: LooseData
    }

    let content: Content
    let span: SourceSpan

    subscript(_ key: String) -> LooseData? {
        guard case .object(let members) = content else { return nil }
        return members.first { $0.key.text == key }?.value
    }

    /// The text, with or without quotes.
    var text: PlacedText? {
        switch content {
        case .text(let text), .bare(let text): text
        case .list, .object: nil
        }
    }

    var list: [LooseData]? { if case .list(let values) = content { values } else { nil } }
    var members: [Member]? { if case .object(let members) = content { members } else { nil } }
}
