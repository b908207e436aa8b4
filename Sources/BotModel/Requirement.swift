import ScriptSyntax
import SourceText

/// A `require:` with where it stands.
struct Requirement {
    let tag: ScriptTag
    let value: PlacedText
    let file: SourceFile
    let home: FileHome
    /// The theme put before the states of the required file.
    let prefix: StatePath

    /// `nil` for a `require:` without a path, which the parser has reported.
    init?(tag: ScriptTag, file: SourceFile, home: FileHome, prefix: StatePath) {
        guard let value = tag.value else { return nil }
        self.tag = tag
        self.value = value
        self.file = file
        self.home = home
        let theme = tag.parameter("rootTheme").map { StatePath($0.value.text).names } ?? []
        self.prefix = StatePath(prefix.names + theme)
    }

    /// The text of a parameter; `nil` when it is empty.
    func text(_ name: String) -> String? {
        parameter(name).map(\.value.text.trimmed).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The library that holds the file: `module`, or `from` as older scripts write.
    var module: PlacedText? { (parameter("module") ?? parameter("from"))?.value }

    /// The parameter of that name; a misspelt one was reported and counts as what it means, so that one slip is one finding.
    private func parameter(_ name: String) -> ScriptParameter? {
        if let given = tag.parameter(name) { return given }
        let names = Self.parameters
        return tag.allParameters.first {
            !names.contains($0.key.text) && Spelling.nearest(to: $0.key.text, among: names) == name
        }
    }

    private static let parameters = TagCatalog.description(of: "require")?.parameters ?? []

    // MARK: No such file

    /// Why there is no file of that path, where its letters show it: two files at once, a parameter on the same line, `\` for `/`.
    func slip() -> Diagnostic? {
        let text = value.text
        if let (name, start) = Self.parameter(in: text) {
            return .parameterOnLine(name, text[..<start].trimmed, file: file, at: value.span)
        }
        if text.contains(",") {
            let names = text.split(separator: ",").map(\.trimmed)
            if names.count > 1, names.allSatisfy({ $0.contains(".") && !$0.contains(" ") }) {
                return .severalFiles(names, file: file, at: value.span)
            }
        }
        return text.contains("\\") ? .backslashes(text, file: file, at: value.span) : nil
    }

    /// A parameter of `require:` and its `=`, after a blank.
    private static func parameter(in text: String) -> (name: String, start: String.Index)? {
        guard let equals = text.firstIndex(of: "=") else { return nil }
        let head = text[..<equals]
        guard let name = head.split(separator: " ").last, head.contains(" "), parameters.contains(String(name)),
            name.startIndex > text.startIndex
        else { return nil }
        return (String(name), name.startIndex)
    }
}
