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
        let slips = misspeltKeys(of: document, in: file)
        guard let name = (document["tagName"] ?? slips["tagName"]?.value)?.placed else {
            return (nil, faults + slips.values.map(\.fault) + [.namelessTag(file)])
        }
        let parameters = (document["parameters"]?.elements ?? []).compactMap { entry -> Parameter? in
            entry["name"]?.placed.map {
                Parameter(
                    name: $0, type: entry["type"]?.text ?? "string", isRequired: entry["required"]?.flag ?? false)
            }
        }
        let tag = CustomTag(
            name: name, file: file.path, startState: document["startState"]?.placed,
            scenarioFile: document["scenarioFile"]?.placed, parameters: parameters)
        return (tag, faults + slips.values.map(\.fault) + parameterFaults(of: document, in: file))
    }

    private static let keys = ["tagName", "startState", "scenarioFile", "parameters"]

    /// By the key that was meant; declarations hold other keys, too, which are the editor's.
    private static func misspeltKeys(of document: DataValue, in file: SourceFile) -> [String: (
        value: DataValue, fault: Diagnostic
    )] {
        var slips: [String: (value: DataValue, fault: Diagnostic)] = [:]
        for member in document.members where !keys.contains(member.key.text) {
            guard let meant = Spelling.nearest(to: member.key.text, among: keys), document[meant] == nil,
                Spelling.isSlip(member.key.text, of: meant)
            else { continue }
            let fault = Diagnostic.misspeltTagKey(
                member.key.text, meant: meant, isName: meant == "tagName", file: file, at: member.key.span)
            let isQuoted = file.text(in: member.key.span).hasPrefix("\"")
            let right = isQuoted ? "\"\(meant)\"" : meant
            slips[meant] = (member.value, fault.fixed("Write `\(meant)`", by: right))
        }
        return slips
    }

    private static func parameterFaults(of document: DataValue, in file: SourceFile) -> [Diagnostic] {
        guard let given = document["parameters"], !given.isNull else { return [] }
        if case .list = given.kind { return [] }
        let found = given.members.isEmpty ? given.description : "an object in `{ }`"
        return [.tagParametersNoList(found, file: file, at: given.span.start)]
    }
}
