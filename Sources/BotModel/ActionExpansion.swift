import ScriptSyntax
import SourceText

/// What an action tag stands for: reactions in its place, and states below the one that holds it (dsl.md 2.3).
///
/// The vendor's first generation wrote these states out; we make the same ones. A state that the bot declares itself under
/// such a name is left alone. Written paths in all of it count from the state that holds the tag.
struct ActionExpansion {
    var reactions: [ScriptTag] = []
    var children: [ScriptTag] = []

    /// `nil` for a tag that stands for nothing of the kind.
    init?(_ make: TagMaker) {
        switch make.origin.name.text {
        case "InputText": askForText(make)
        case "InputNumber": askForNumber(make)
        case "InputPhoneNumber": askForPhoneNumber(make)
        case "InputDate": askForDate(make)
        case "InputFile": askForFile(make)
        case "Confirmation": askToConfirm(make)
        case "EndSession": endSession(make)
        case "TransferCallToOperator": transferCall(make)
        case "TransferToOperator", "Switch": transferTalk(make)
        case "HttpRequest": askServer(make)
        case "Email": sendLetter(make)
        default: return nil
        }
    }

    private mutating func endSession(_ make: TagMaker) {
        reactions = [make.script("$session = {}; $response.endSession = true;"), make.tag("go", "/")]
    }

    /// The action tags of a state in file order, those in `if:` and `random:` too.
    static func actions(of state: ScriptTag) -> [ScriptTag] {
        var found: [ScriptTag] = []
        var waiting = Array(state.tags.reversed())
        while let tag = waiting.popLast() {
            if tag.tags.isEmpty {
                if TagCatalog.isActionName(tag.name.text) { found.append(tag) }
                continue
            }
            guard tag.name.text != "state" else { continue }
            if TagCatalog.isActionName(tag.name.text) { found.append(tag) }
            waiting += tag.tags.reversed()
        }
        return found
    }
}

extension StateReader {
    mutating func readAction(_ tag: ScriptTag, of draft: DeclaredState) -> [Reaction] {
        let takes = TagCatalog.description(of: tag.name.text)?.takes ?? []
        diagnostics += ActionCheck(tag: tag, draft: draft, takes: takes).faults
        let room = outline.rooms[ActionPlace(tag, in: draft.file)]
        let make = TagMaker(origin: tag, file: draft.file, home: draft.home, room: room)
        guard let expansion = ActionExpansion(make) else { return [readService(tag, of: draft)] }
        for parameter in ["failureMessage", "actions"] {
            if let given = tag.given(parameter), "[{".contains(given.text.prefix(1)) { _ = readGiven(given, of: draft) }
        }
        let made = readReactions(expansion.reactions, of: draft)
        guard let room else { return made }
        return made + [.transition(Template(room.description), isDeferred: true, place(tag, in: draft.file))]
    }

    /// An action that needs a service outside of the bot.
    private mutating func readService(_ tag: ScriptTag, of draft: DeclaredState) -> Reaction {
        note(.serviceNotAvailable(tag.name.text, file: draft.file, at: tag.name.span))
        let errorState = tag.given("errorState").map { readPath($0, of: draft) }
        return .unavailable(.service(tag.name.text, errorState: errorState), place(tag, in: draft.file))
    }
}

/// Where an action tag stands.
struct ActionPlace: Hashable {
    let file: String
    let start: Int

    init(_ tag: ScriptTag, in file: SourceFile) {
        self.file = file.path
        start = tag.span.start
    }
}
