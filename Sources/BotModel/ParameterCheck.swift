import ScriptSyntax
import SourceText

/// Holds the parameters of a tag against what it takes: unknown, doubled and missing ones, values of the wrong kind.
struct ParameterCheck {
    let tag: ScriptTag
    let file: SourceFile
    let takes: [TagParameter]
    /// Whether there may be others, which nobody has published.
    var takesOthers = false

    /// `nil` for a tag that the language does not have.
    init?(_ tag: ScriptTag, in file: SourceFile) {
        guard let description = TagCatalog.description(of: tag.name.text) else { return nil }
        self.init(tag, in: file, takes: description.takes)
        takesOthers = description.takesOthers
    }

    init(_ tag: ScriptTag, in file: SourceFile, takes: [TagParameter]) {
        self.tag = tag
        self.file = file
        self.takes = takes
    }

    var faults: [Diagnostic] {
        let given = tag.allParameters
        if given.isEmpty { return takes.isEmpty ? [] : takes.filter(\.isRequired).map(missing) }
        return faults(of: given)
    }

    private func faults(of parameters: [ScriptParameter]) -> [Diagnostic] {
        var first: [String: ScriptParameter] = [:]
        var faults: [Diagnostic] = []
        var meant: Set<String> = []
        for given in parameters {
            if let earlier = first[given.key.text] {
                faults.append(doubled(given, first: earlier))
            } else {
                first[given.key.text] = given
                if let parameter = takes.first(where: { $0.name == given.key.text }) {
                    faults += wrongKind(given, parameter)
                } else {
                    let near = near(given)
                    faults += unknown(given, near: near)
                    if let near { meant.insert(near) }
                }
            }
        }
        // One that is misspelt is not missing, too.
        return faults
            + takes.filter { $0.isRequired && isMissing(first[$0.name]) && !meant.contains($0.name) }.map(missing)
    }

    private func isMissing(_ given: ScriptParameter?) -> Bool { given?.value.text.isEmpty ?? true }

    private func doubled(_ given: ScriptParameter, first: ScriptParameter) -> Diagnostic {
        Diagnostic.duplicateParameter(given.key.text, of: tag.shownName, file: file, at: given.key.span)
            .labelled("first given here", in: file, at: first.key.span)
    }

    private func near(_ given: ScriptParameter) -> String? {
        Spelling.nearest(to: given.key.text, among: takes.map(\.name))
    }

    private func unknown(_ given: ScriptParameter, near: String?) -> [Diagnostic] {
        if takesOthers, near == nil { return [] }
        let fault = Diagnostic.unknownParameter(
            given.key.text, of: tag.shownName, near: near, takes: takes.map(\.name), file: file, at: given.key.span)
        return [near.map { fault.corrected(given.key.text, to: $0) } ?? fault]
    }

    private func wrongKind(_ given: ScriptParameter, _ parameter: TagParameter) -> [Diagnostic] {
        let text = given.value.text
        guard !text.isEmpty, !text.contains("{{") else { return [] }
        switch parameter.kind {
        case .flag where text != "true" && text != "false":
            let meant = Self.flags[text.lowercased()]
            let fault = Diagnostic.noFlag(given.key.text, text, meant: meant, file: file, at: given.value.span)
            return [meant.map { fault.fixed("Write `\($0)`", by: $0) } ?? fault]
        case .number where Double(text) == nil:
            return [.noNumber(given.key.text, text, file: file, at: given.value.span)]
        default: return []
        }
    }

    private static let flags = [
        "yes": "true", "on": "true", "1": "true", "true": "true", "no": "false", "off": "false", "0": "false",
        "false": "false",
    ]

    private func missing(_ parameter: TagParameter) -> Diagnostic {
        .missingParameter(parameter.name, of: tag.shownName, file: file, at: tag.name.span)
    }
}

extension ScriptTag {
    /// The parameters after `||` and the settings below the tag.
    var allParameters: [ScriptParameter] {
        if items.count == tags.count { return parameters }
        return parameters + items.compactMap { if case .setting(let setting) = $0 { setting } else { nil } }
    }

    /// The parameter of that name; one without a value counts as absent.
    func given(_ name: String) -> PlacedText? {
        parameter(name).flatMap { $0.value.text.isEmpty ? nil : $0.value }
    }

    func isOn(_ name: String) -> Bool { given(name)?.text == "true" }

    /// As it is written: `q!`, `a`.
    var shownName: String { isBang ? name.text + "!" : name.text }
}
