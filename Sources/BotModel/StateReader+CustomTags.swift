import ScriptSyntax
import SourceText

/// The tags that a bot declares itself, in the JSON files of `customTags` (dsl.md 2.3).
extension StateReader {
    /// The tag at work: on to its start state, with what was written as `$request.data.args`.
    mutating func call(_ custom: CustomTag, _ tag: ScriptTag, of draft: DeclaredState) -> Reaction {
        let check = ParameterCheck(tag, in: draft.file, takes: custom.parameters.map(TagParameter.init))
        diagnostics += check.faults + ActionCheck(tag: tag, draft: draft, takes: check.takes).faults
        let arguments = check.takes.compactMap { parameter -> (name: String, value: DataTemplate)? in
            tag.given(parameter.name).map { (parameter.name, argument($0, parameter.kind, of: draft)) }
        }
        return .call(
            tag: custom.name.text, startState: StatePath(custom.startState?.text ?? "/"), arguments: arguments,
            place(tag, in: draft.file))
    }

    private mutating func argument(_ value: PlacedText, _ kind: TagParameter.Kind, of draft: DeclaredState)
        -> DataTemplate
    {
        switch kind {
        case .state, .states: return .state(readPath(value, of: draft))
        case .number: return .number(readTemplate(value, of: draft))
        case .flag: return .flag(readTemplate(value, of: draft))
        case .text:
            let isData = value.text.hasPrefix("[") || value.text.hasPrefix("{") && !value.text.hasPrefix("{{")
            guard isData else { return .text(readTemplate(value, of: draft)) }
            return readGiven(value, of: draft).map { readData($0, of: draft) } ?? .text(readTemplate(value, of: draft))
        }
    }

    /// Start states must exist; they are looked up once everything is read.
    mutating func checkCustomTags(in files: [String: SourceFile]) {
        for (_, tag) in customTags.sorted(by: { $0.key < $1.key }) {
            guard let file = files[tag.file] else { continue }
            if TagCatalog.description(of: tag.name.text) != nil {
                diagnostics.append(.tagNameTaken(tag.name.text, file: file, at: tag.name.span))
            }
            guard let start = tag.startState else {
                diagnostics.append(.tagWithoutStart(tag.name.text, file: file, at: tag.name.span))
                continue
            }
            guard !outline.exists(StatePath(start.text)) else { continue }
            diagnostics.append(
                .unknownState(start.text, from: .root, book.guess(start.text, from: .root), file: file, at: start.span))
        }
    }
}

extension TagParameter {
    /// What the language's own tags call such a value.
    fileprivate init(_ parameter: CustomTag.Parameter) {
        let kind: Kind =
            switch parameter.type {
            case "integer", "number", "int", "float", "double": .number
            case "bool", "boolean": .flag
            case "state": .state
            default: .text
            }
        self.init(parameter.name.text, kind, isRequired: parameter.isRequired)
    }
}
