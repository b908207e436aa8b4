import ScriptSyntax
import SourceText

/// An action tag that the project declares itself, one JSON file each (dsl.md 2.3).
package struct CustomTag: Sendable {
    package let name: PlacedText
    /// The declaring file, one of `Bot.files`.
    package let file: String
    /// The state that the tag enters, a path from the root.
    package let startState: PlacedText?
    /// The script with that state, relative to the source folder.
    package let scenarioFile: PlacedText?
    package let parameters: [Parameter]

    package struct Parameter: Sendable, Hashable {
        package let name: PlacedText
        /// `string`, `state`, `bool` …; `state` is a path of the script that uses the tag.
        package let type: String
        package let isRequired: Bool
    }

    package func parameter(_ name: String) -> Parameter? { parameters.first { $0.name.text == name } }

    /// Reads a declaration; one without a name is reported.
    static func read(_ file: SourceFile) -> (CustomTag?, [Diagnostic]) {
        let (document, faults) = JSONReader.read(file)
        guard let document else { return (nil, faults) }
        guard let name = document["tagName"]?.placed else { return (nil, [.namelessTag(file)]) }
        let parameters = (document["parameters"]?.elements ?? []).compactMap { entry -> Parameter? in
            entry["name"]?.placed.map {
                Parameter(
                    name: $0, type: entry["type"]?.text ?? "string", isRequired: entry["required"]?.flag ?? false)
            }
        }
        let tag = CustomTag(
            name: name, file: file.path, startState: document["startState"]?.placed,
            scenarioFile: document["scenarioFile"]?.placed, parameters: parameters)
        return (tag, faults)
    }
}
