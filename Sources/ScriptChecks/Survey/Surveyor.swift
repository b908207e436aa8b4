import BotModel
import Foundation
import ScriptSyntax
import SourceText

/// Walks a bot's trees once and writes down what checks ask for.
struct Surveyor {
    let bot: Bot
    var survey: Survey
    private let rules: [CodePlace: [Rule]]

    init(bot: Bot, survey: Survey) {
        self.bot = bot
        self.survey = survey
        rules = Dictionary(grouping: bot.rules, by: \.place)
    }

    // MARK: States

    mutating func visit(_ state: DeclaredState, number: Int) {
        let tags = state.tag.tags
        survey.states.append(
            SurveyedState(
                number: number, path: state.path, tag: state.tag, file: state.file, triggers: tags.filter(\.isTrigger),
                reactions: tags.filter { !$0.isTrigger && !Self.declarations.contains($0.name.text) },
                hasChildren: tags.contains { $0.name.text == "state" }))
        for tag in tags where tag.isTrigger { addTrigger(tag, of: number, in: state.file) }
        visitBlock(of: state.tag, Place(state: number, path: state.path, file: state.file))
    }

    private mutating func addTrigger(_ tag: ScriptTag, of state: Int, in file: SourceFile) {
        let position = file.position(at: tag.name.span.start)
        let place = CodePlace(file: file.path, line: position.line, column: position.column)
        survey.triggers.append(PlacedTrigger(tag: tag, state: state, file: file, rules: rules[place] ?? []))
    }

    /// Where a tag stands.
    struct Place {
        let state: Int
        let path: StatePath
        let file: SourceFile
    }

    private static let declarations: Set<String> = ["state", "init", "patterns", "require"]

    /// The parser's limit of nesting keeps the recursion shallow.
    private mutating func visitBlock(of owner: ScriptTag, _ place: Place) {
        let tags = owner.tags.filter { !Self.declarations.contains($0.name.text) }
        survey.blocks.append(TagBlock(owner: owner, tags: tags, state: place.state, file: place.file))
        for tag in tags {
            visit(tag, place)
            if tag.holdsReactions { visitBlock(of: tag, place) }
        }
    }

    private mutating func visit(_ tag: ScriptTag, _ place: Place) {
        survey.tags.append(PlacedTag(tag: tag, state: place.state, file: place.file))
        if let code = tag.code { addScript(.block, at: code.span, place) }
        if let value = tag.value { visit(value, of: tag, place) }
        for parameter in tag.parameters { visit(parameter, of: tag, place) }
        for item in tag.items {
            switch item {
            case .setting(let setting): visit(setting, of: tag, place)
            case .line(let line): visitLine(line, place)
            default: break
            }
        }
    }

    private mutating func visit(_ value: PlacedText, of tag: ScriptTag, _ place: Place) {
        switch tag.name.text {
        case "if", "elseif": addScript(.condition, at: value.span, place)
        case "go": mention(tag.isBang ? .transition : .deferredTransition, value, place)
        case "timeout": mention(.timeout, value, place)
        default: break
        }
        addInsertions(in: value.span, place)
    }

    private mutating func visit(_ parameter: ScriptParameter, of tag: ScriptTag, _ place: Place) {
        switch parameter.key.text {
        case "toState": mention(.toState, parameter.value, place)
        case "fromState": for name in Self.paths(in: parameter.value) { mention(.fromState, name, place) }
        default:
            guard TagCatalog.isActionName(tag.name.text) || parameter.key.text.hasPrefix("bargeIn") else { break }
            mention(.setting, parameter.value, place)
            if !parameter.isQuoted { addScript(.value, at: parameter.value.span, place) }
        }
        addInsertions(in: parameter.value.span, place)
    }

    /// The paths of `fromState = ["/A", "/B"]`, or the one of `fromState = /A`.
    private static func paths(in value: PlacedText) -> [PlacedText] {
        guard value.text.hasPrefix("[") else { return [value] }
        return value.text.dropFirst().dropLast().split(separator: ",").map {
            PlacedText(text: $0.filter { $0 != "\"" && $0 != "'" }.trimmed, span: value.span)
        }
    }

    /// A line of `buttons:`: `"Text" -> /State`, or an object.
    private mutating func visitLine(_ line: PlacedText, _ place: Place) {
        if let arrow = line.text.range(of: "->", options: .backwards) {
            let target = line.text[arrow.upperBound...].trimmed
            if !target.isEmpty, !target.contains("\"") {
                mention(
                    .button,
                    PlacedText(text: target, span: SourceSpan(line.span.end - target.utf8.count, line.span.end)), place)
            }
        }
        addScript(.value, at: line.span, place)
        addInsertions(in: line.span, place)
    }

    private mutating func mention(_ kind: StateMention.Kind, _ written: PlacedText, _ place: Place) {
        let target = bot.resolve(written.text, from: place.path)
        survey.mentions.append(
            StateMention(
                kind: kind, written: written.text, state: place.state, file: place.file, span: written.span,
                target: target, targetState: target.flatMap { bot.state(at: $0)?.index }))
    }

    // MARK: Code

    private mutating func addScript(_ kind: CodePiece.Kind, at span: SourceSpan, _ place: Place) {
        survey.scripts.append(CodePiece(kind, in: place.file, at: span, state: place.state))
    }

    mutating func addFile(_ file: SourceFile) {
        survey.scripts.append(CodePiece(.file, in: file, at: SourceSpan(0, file.bytes.count), state: nil))
    }

    /// The expressions between `{{` and `}}`.
    private mutating func addInsertions(in span: SourceSpan, _ place: Place) {
        var position = span.start
        while let start = Self.find(.openBrace, in: place.file.bytes, from: position, to: span.end) {
            let end = Self.find(.closeBrace, in: place.file.bytes, from: start + 2, to: span.end) ?? span.end
            addScript(.insertion, at: SourceSpan(start + 2, end), place)
            position = end + 2
        }
    }

    /// The place of a doubled byte.
    private static func find(_ byte: UInt8, in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
        var position = start
        while position + 1 < min(end, bytes.count) {
            if bytes[position] == byte, bytes[position + 1] == byte { return position }
            position += 1
        }
        return nil
    }

    /// `init:` blocks and converters, wherever they stand.
    mutating func visitOutside(_ items: [ScriptItem], of file: SourceFile) {
        for item in items {
            switch item {
            case .tag(let tag):
                if tag.name.text == "init", let code = tag.code {
                    survey.scripts.append(CodePiece(.start, in: file, at: code.span, state: nil))
                }
                if tag.name.text == "require" { addSettings(of: tag, in: file) }
                if ["init", "theme", "state", "patterns"].contains(tag.name.text) { visitOutside(tag.items, of: file) }
            case .pattern(let definition):
                for parameter in definition.parameters where parameter.key.text == "converter" {
                    survey.scripts.append(CodePiece(.start, in: file, at: parameter.value.span, state: nil))
                }
            default: break
            }
        }
    }

    /// `injector = {…}` of a require: it may name states for the library.
    private mutating func addSettings(of tag: ScriptTag, in file: SourceFile) {
        for key in ["injector", "provide"] {
            guard let value = tag.parameter(key)?.value else { continue }
            survey.scripts.append(CodePiece(.start, in: file, at: value.span, state: nil))
        }
    }

    // MARK: States named in code

    /// Text in code that is surely a path: `$reactions.transition("/X")`, `targetState: "/X"`, `$temp.targetState = "/X"`.
    mutating func mentionStatesOfCode() {
        for script in survey.scripts {
            for token in StateNamesInCode(script: script).found {
                guard let written = script.string(token) else { continue }
                let path = script.state.map { survey.states[$0].path }
                let target = bot.resolve(written, from: path ?? .root)
                survey.mentions.append(
                    StateMention(
                        kind: .script, written: written, state: script.state, file: script.file,
                        span: script.span(of: token), target: target,
                        targetState: target.flatMap { bot.state(at: $0)?.index }))
            }
        }
    }
}
