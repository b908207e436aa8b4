import ScriptSyntax
import SourceText

/// Makes tags that nobody wrote, in the place of the action tag that stands for them.
struct TagMaker {
    let origin: ScriptTag
    let file: SourceFile
    /// The state that holds the tag.
    let home: StatePath
    /// The state below which the made states stand: `home`, or a room of its own for a second action there.
    let room: StatePath

    init(origin: ScriptTag, file: SourceFile, home: StatePath, room: StatePath? = nil) {
        self.origin = origin
        self.file = file
        self.home = home
        self.room = room ?? home
    }

    func text(_ text: String) -> PlacedText { PlacedText(text: text, span: origin.name.span) }

    func tag(
        _ name: String, _ value: PlacedText? = nil, isBang: Bool = false, parameters: [ScriptParameter] = [],
        items: [ScriptItem] = []
    ) -> ScriptTag {
        ScriptTag(
            name: text(name), isBang: isBang, value: value, code: nil, parameters: parameters, items: items,
            span: origin.span, indent: origin.indent)
    }

    func tag(_ name: String, _ value: String, isBang: Bool = false) -> ScriptTag {
        tag(name, text(value), isBang: isBang)
    }

    func state(_ name: String, isModal: Bool = false, _ tags: [ScriptTag]) -> ScriptTag {
        let modal = isModal ? [parameter("modal", "true")] : []
        return tag("state", text(name), parameters: modal, items: tags.map { .tag($0) })
    }

    func script(_ code: String) -> ScriptTag {
        let block = ScriptCode(text: code, firstLine: file.position(at: origin.span.start).line, span: origin.span)
        return ScriptTag(
            name: text("script"), isBang: false, value: nil, code: block, parameters: [], items: [],
            span: origin.span, indent: origin.indent)
    }

    /// `if:` and, when there is something for it to do, `else:`.
    func choice(_ condition: String, _ then: [ScriptTag], else otherwise: [ScriptTag] = []) -> [ScriptTag] {
        let first = tag("if", text(condition), items: then.map { .tag($0) })
        return otherwise.isEmpty ? [first] : [first, tag("else", items: otherwise.map { .tag($0) })]
    }

    func parameter(_ key: String, _ value: String) -> ScriptParameter {
        ScriptParameter(key: text(key), value: text(value), isQuoted: true)
    }

    // MARK: What several actions share

    /// `go!:` to the state that a parameter of the action names; nothing without one.
    func go(_ parameter: String) -> [ScriptTag] {
        origin.given(parameter).map { [tag("go", $0, isBang: true)] } ?? []
    }

    /// Asks again.
    var askAgain: ScriptTag { tag("go", home.description, isBang: true) }

    /// Waits in one of the made states.
    func wait(in state: String) -> ScriptTag { tag("go", room.child(state).description) }

    /// The action's question, and the buttons of its `actions`.
    var prompt: [ScriptTag] {
        let answer = origin.given("prompt").map { say($0, html: "html") }
        return [answer].compactMap(\.self) + buttons
    }

    /// `a:`, with the action's own parameter for its HTML form.
    func say(_ text: PlacedText, html: String) -> ScriptTag {
        let options = [(html, "html"), ("htmlEnabled", "htmlEnabled")].compactMap { given, name in
            origin.given(given).map { ScriptParameter(key: self.text(name), value: $0, isQuoted: true) }
        }
        return tag("a", text, parameters: options)
    }

    /// One of the texts of `failureMessage`, by chance.
    var failure: [ScriptTag] {
        let texts = texts(of: "failureMessage").map { tag("a", $0) }
        return texts.count > 1 ? [tag("random", items: texts.map { .tag($0) })] : texts
    }

    /// A parameter that holds one text or a list of them.
    func texts(of parameter: String) -> [PlacedText] {
        guard let given = origin.given(parameter) else { return [] }
        guard given.text.hasPrefix("[") else { return [given] }
        return LooseReader.read(given, in: file).0?.list?.compactMap(\.text) ?? [given]
    }

    /// What `actions` asks for (dsl.md 2.3): `[{"type": "buttons", "buttons": [{"name": "Home", "transition": "/Start"}]}]`.
    private var buttons: [ScriptTag] {
        guard let given = origin.given("actions"), let list = LooseReader.read(given, in: file).0?.list else {
            return []
        }
        return list.compactMap { action in
            let kind = action["type"]?.text?.text ?? "buttons"
            guard kind == "buttons" || kind == "inlineButtons", let buttons = action["buttons"]?.list else {
                return nil
            }
            return tag(kind, items: buttons.compactMap(line))
        }
    }

    private func line(_ button: LooseData) -> ScriptItem? {
        guard let name = button["name"]?.text ?? button["text"]?.text ?? button.text else { return nil }
        let target = button["transition"]?.text.flatMap { $0.text.isEmpty ? nil : $0 }
        let arrow = target.map { " -> \($0.text)" } ?? ""
        return .line(PlacedText(text: JSONText.quoted(name.text) + arrow, span: target?.span ?? name.span))
    }

    /// `$session[varName]`, where the action keeps what it was told.
    var variable: String {
        "$session[" + TemplateCode.text(of: origin.given("varName")?.text ?? "") + "]"
    }
}
