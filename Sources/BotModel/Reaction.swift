/// What a state does when it is entered, one entry a reaction tag.
package indirect enum Reaction: Sendable {
    /// `a:`; the options (`tts`, `html` …) go into the reply as they are.
    case answer(Template, options: [(name: String, value: Template)], CodePlace)
    /// `image:`, `audio:`, `video:`: a reply of that type with its address in `field`.
    case media(type: String, field: String, Template, options: [(name: String, value: Template)], CodePlace)
    /// `buttons:`, `inlineButtons:`: one reply of that type.
    case buttons(type: String, [ButtonTemplate], CodePlace)
    case script(CodeReference, CodePlace)
    /// `if:`, its `elseif:`s and `else:`; a branch without condition always holds.
    case choice([Branch])
    /// `random:`: exactly one runs.
    case random([Reaction])
    case transition(Template, isDeferred: Bool, CodePlace)
    case timeout(Template, interval: Template, CodePlace)
    /// `newSession:`: `begin` makes the new `$session`; the message, when there is one, is its first request.
    case newSession(begin: CodeReference, message: Template?, CodePlace)
    /// A tag of the bot itself: on to its start state, with what was written as `$request.data.args`.
    case call(tag: String, startState: StatePath, arguments: [(name: String, value: DataTemplate)], CodePlace)
    /// Something that this runtime cannot do: a failure when it is reached.
    case unavailable(Unavailable, CodePlace)

    package struct Branch: Sendable {
        package let condition: CodeReference?
        package let reactions: [Reaction]
        package let place: CodePlace
    }

    /// What cannot be done, and where the talk goes on instead.
    package struct Unavailable: Sendable {
        /// `action/not-available`.
        package let code: String
        package let message: String
        package let hint: String
        /// The tag's own `errorState`. Without one an action is passed over, and a script ends its state.
        package let errorState: Template?
        package let endsState: Bool
    }
}

/// A line of `buttons:`: a text or an object, and where pressing it leads.
package struct ButtonTemplate: Sendable {
    package let content: DataTemplate
    package let target: Template?
}

/// Data with `{{ }}` in it, as buttons and the tags of a bot take it.
package indirect enum DataTemplate: Sendable {
    case text(Template)
    /// The path of a state: it becomes absolute, seen from the state that holds the tag.
    case state(Template)
    /// Text that is read as a number, or as `true` or `false`, once its `{{ }}` are known.
    case number(Template)
    case flag(Template)
    case null
    case list([DataTemplate])
    case object([(name: String, value: DataTemplate)])
}

/// Text with `{{ expression }}` parts.
package struct Template: Sendable {
    package enum Part: Sendable {
        case text(String)
        case expression(CodeReference)
    }

    package let parts: [Part]

    init(parts: [Part]) { self.parts = parts }

    init(_ constant: String) { parts = [.text(constant)] }

    /// The text, when it has no expressions.
    package var constant: String? {
        switch parts.count {
        case 0: return ""
        case 1: if case .text(let text) = parts[0] { return text } else { return nil }
        default: return nil
        }
    }
}
