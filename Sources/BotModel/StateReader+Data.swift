import ScriptSyntax
import SourceText

/// Texts and data of reactions: `{{ }}` is cut out, paths are looked up.
extension StateReader {
    /// Lends the code list to a template reader of the draft's file.
    mutating func withTemplates<Result>(of draft: DeclaredState, _ body: (inout TemplateReader) -> Result) -> Result {
        var reader = TemplateReader(file: draft.file, code: code)
        code = []
        let result = body(&reader)
        code = reader.code
        diagnostics += reader.diagnostics
        return result
    }

    mutating func readTemplate(_ value: PlacedText, of draft: DeclaredState, escapes: Bool = false) -> Template {
        withTemplates(of: draft) { $0.read(value, escapes: escapes) }
    }

    /// A path of a transition; one without `{{ }}` must exist.
    mutating func readPath(_ value: PlacedText, of draft: DeclaredState) -> Template {
        let template = readTemplate(value, of: draft)
        if let constant = template.constant { _ = resolve(constant, at: value.span, in: draft) }
        return template
    }

    /// Data as it goes into a reply; a member `transition` is a path.
    mutating func readData(_ data: LooseData, of draft: DeclaredState) -> DataTemplate {
        switch data.content {
        case .text(let text): return .text(readTemplate(text, of: draft))
        case .bare(let text): return readBare(text, of: draft)
        case .list(let values): return .list(values.map { readData($0, of: draft) })
        case .object(let members):
            return .object(
                members.map { member in
                    if member.key.text == "transition", let path = member.value.text {
                        return (name: member.key.text, value: .state(readPath(path, of: draft)))
                    }
                    return (name: member.key.text, value: readData(member.value, of: draft))
                })
        }
    }

    /// A parameter that holds data; one whose brackets are left open is the syntax's to tell.
    mutating func readGiven(_ value: PlacedText, of draft: DeclaredState) -> LooseData? {
        let (data, fault) = LooseReader.read(value, in: draft.file)
        if let fault, value.text.hasSuffix("]") || value.text.hasSuffix("}") { diagnostics.append(fault) }
        return data
    }

    private mutating func readBare(_ text: PlacedText, of draft: DeclaredState) -> DataTemplate {
        switch text.text {
        case "true", "false": .flag(Template(text.text))
        case "null", "undefined": .null
        case _ where Double(text.text) != nil: .number(Template(text.text))
        default: .text(readTemplate(text, of: draft))
        }
    }
}
