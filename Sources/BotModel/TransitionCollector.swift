/// Finds what states lead to: in their tags, and in their code.
struct TransitionCollector {
    let bot: Bot
    private(set) var found: [BotTransition] = []
    private var state: BotState?

    init(bot: Bot) { self.bot = bot }

    mutating func collect(_ state: BotState) {
        self.state = state
        collect(state.reactions)
        self.state = nil
    }

    mutating func collect(_ script: StartScript) {
        collect(TargetsInCode(script.text), file: script.file, firstLine: script.firstLine)
    }

    /// The parser's limit of nesting keeps the recursion shallow.
    private mutating func collect(_ reactions: [Reaction]) {
        for reaction in reactions { collect(reaction) }
    }

    private mutating func collect(_ reaction: Reaction) {
        switch reaction {
        case .answer(let text, let options, let place): collectSpeech([text], options, place)
        case .media(_, _, let address, let options, let place): collectSpeech([address], options, place)
        case .buttons(_, let buttons, let place): for button in buttons { collect(button, place) }
        case .script(let code, _), .newSession(let code, _, _): collect(code)
        case .choice(let branches):
            for branch in branches {
                if let condition = branch.condition { collect(condition) }
                collect(branch.reactions)
            }
        case .random(let reactions): collect(reactions)
        case .transition(let path, let isDeferred, let place): add(isDeferred ? .deferred : .go, path, place)
        case .timeout(let path, _, let place): add(.timeout, path, place)
        case .call(_, let start, let arguments, let place):
            add(.tag, start.description, at: start, place.file, place.line)
            for argument in arguments { collect(argument.value, as: .tag, place) }
        case .unavailable(let fault, let place): if let path = fault.errorState { add(.go, path, place) }
        }
    }

    private mutating func collectSpeech(
        _ texts: [Template], _ options: [(name: String, value: Template)], _ place: CodePlace
    ) {
        for template in texts + options.map(\.value) {
            for case .expression(let code) in template.parts { collect(code) }
        }
        for option in options where option.name == "bargeInTransition" { add(.bargeIn, option.value, place) }
    }

    private mutating func collect(_ button: ButtonTemplate, _ place: CodePlace) {
        collect(button.content, as: .button, place)
        if let target = button.target { add(.button, target, place) }
    }

    private mutating func collect(_ data: DataTemplate, as kind: BotTransition.Kind, _ place: CodePlace) {
        switch data {
        case .state(let path): add(kind, path, place)
        case .list(let items): for item in items { collect(item, as: kind, place) }
        case .object(let members): for member in members { collect(member.value, as: kind, place) }
        case .text, .number, .flag, .null: break
        }
    }

    private mutating func collect(_ code: CodeReference) {
        let unit = bot.code[code.index]
        collect(TargetsInCode(unit.text), file: unit.file, firstLine: unit.firstLine)
    }

    private mutating func collect(_ code: TargetsInCode, file: String, firstLine: Int) {
        for target in code.targets {
            let path = bot.resolve(target.written, from: state?.home ?? .root)
            add(.script, target.written, at: path, file, firstLine + target.line)
        }
    }

    private mutating func add(_ kind: BotTransition.Kind, _ path: Template, _ place: CodePlace) {
        let target = path.constant.flatMap { bot.resolve($0, from: state?.home ?? .root) }
        add(kind, bot.written(path), at: target, place.file, place.line)
    }

    private mutating func add(
        _ kind: BotTransition.Kind, _ written: String, at target: StatePath?, _ file: String, _ line: Int
    ) {
        found.append(
            BotTransition(
                kind: kind, from: state?.path, to: target, written: written, file: file, line: line, rule: nil))
    }
}

extension Bot {
    /// A template as it stands in the file.
    fileprivate func written(_ template: Template) -> String {
        template.parts.map { part in
            switch part {
            case .text(let text): text
            case .expression(let reference): "{{ " + code[reference.index].text.trimmed + " }}"
            }
        }.joined()
    }
}
