import ScriptSyntax
import SourceText

/// What can be wrong with an action tag beside the values of its parameters: text on its own line, a colon for `=`, an answer
/// after which nothing follows.
struct ActionCheck {
    let tag: ScriptTag
    let draft: DeclaredState
    let takes: [TagParameter]

    var faults: [Diagnostic] {
        var faults = tag.tags.map(nested)
        if let value = tag.value { faults.append(unusedText(value)) }
        switch tag.name.text {
        case "Confirmation" where leadsNowhere("disagreeState", unless: "Disagree"):
            faults.append(.noWayOn(tag.name, "disagreeState", when: "the answer is no", file: file))
        case "InputText" where leadsNowhere("then", unless: "CatchText"),
            "InputPhoneNumber" where leadsNowhere("then", unless: "CatchPhoneNumber"),
            "InputDate" where leadsNowhere("then", unless: "CatchDate"),
            "InputFile" where leadsNowhere("then", unless: "CatchFile"):
            faults.append(.noWayOn(tag.name, "then", when: "the answer is there", file: file))
        case "InputNumber":
            if leadsNowhere("then", unless: "CatchNumber") {
                faults.append(.noWayOn(tag.name, "then", when: "the answer is there", file: file))
            }
            faults += limits
        case "TransferCallToOperator" where ["phoneNumber", "sipUri", "transferChannel"].allSatisfy(isMissing):
            faults.append(.nobodyToCall(file: file, at: tag.name.span))
        default: break
        }
        return faults
    }

    private var file: SourceFile { draft.file }

    private func isMissing(_ parameter: String) -> Bool { tag.given(parameter) == nil }

    /// Whether no state is named to go on in, and the bot has none of its own that catches the answer.
    private func leadsNowhere(_ parameter: String, unless state: String) -> Bool {
        isMissing(parameter) && !isLost(parameter)
            && !draft.tag.tags.contains { $0.name.text == "state" && $0.value?.text == state }
    }

    /// Whether the parameter may stand there and not be read, which has its own message: misspelt, with a colon, behind an open bracket.
    private func isLost(_ parameter: String) -> Bool {
        let others = tag.allParameters.filter { given in !takes.contains { $0.name == given.key.text } }
        let names = others.map(\.key.text) + tag.tags.map(\.name.text)
        return names.contains { Spelling.nearest(to: $0, among: takes.map(\.name)) == parameter }
            || tag.allParameters.contains { $0.value.text.hasPrefix("[") && !$0.value.text.hasSuffix("]") }
    }

    private var limits: [Diagnostic] {
        guard let lowest = tag.given("minValue"), let highest = tag.given("maxValue"),
            let low = Double(lowest.text), let high = Double(highest.text), low > high
        else { return [] }
        return [
            Diagnostic.noNumberFits(lowest.text, highest.text, file: file, at: highest.span)
                .labelled("the smallest number that is taken", in: file, at: lowest.span)
        ]
    }

    /// Text after the colon: most often the question.
    private func unusedText(_ value: PlacedText) -> Diagnostic {
        let text = ["prompt", "url", "phoneNumber"].first { name in takes.contains { $0.name == name } }
        return .unusedText(value.text, of: tag.shownName, parameter: text, file: file, at: value.span)
    }

    /// Something with a colon below the tag: a parameter, if it is no tag of the language.
    private func nested(_ nested: ScriptTag) -> Diagnostic {
        let name = nested.name
        guard TagCatalog.description(of: name.text) == nil, !TagCatalog.isActionName(name.text) else {
            return .nestedTag(nested.shownName, below: tag.shownName, file: file, at: nested.span)
        }
        let names = takes.map(\.name)
        let meant = names.contains(name.text) ? name.text : Spelling.nearest(to: name.text, among: names)
        let fault = Diagnostic.colonInParameter(
            name.text, of: tag.shownName, meant: meant, value: nested.value?.text, file: file, at: nested.span)
        let end = name.span.end
        guard let meant, meant == name.text || Spelling.isSlip(name.text, of: meant), end < file.bytes.count,
            file.bytes[end] == UInt8(ascii: ":")
        else { return fault }
        return fault.fixed("Write `\(meant) =`", replacing: SourceSpan(name.span.start, end + 1), by: meant + " =")
    }
}
