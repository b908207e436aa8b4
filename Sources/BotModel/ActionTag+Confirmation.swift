import ScriptSyntax
import SourceText

/// `Confirmation`: a question that is answered by yes or no.
extension ActionExpansion {
    mutating func askToConfirm(_ make: TagMaker) {
        reactions = make.prompt
        if make.origin.isOn("useButtons") { reactions.append(buttons(make)) }
        children = [
            make.state("Agree", [make.tag("q", MadePatterns.agree.query)] + make.go("agreeState")),
            make.state("Disagree", [make.tag("q", MadePatterns.disagree.query)] + make.go("disagreeState")),
        ]
    }

    private func buttons(_ make: TagMaker) -> ScriptTag {
        let lines = [("agreeButton", "Yes", "Agree"), ("disagreeButton", "No", "Disagree")].map { name, usual, state in
            let text = make.origin.given(name)?.text ?? usual
            return ScriptItem.line(make.text(JSONText.quoted(text) + " -> " + make.room.child(state).description))
        }
        return make.tag("buttons", items: lines)
    }
}
