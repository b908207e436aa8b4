import Conversations

/// A letter of `$mail`, from the directive that it left.
struct SentMail: CustomStringConvertible {
    let recipients: [String]
    let subject: String
    let body: String

    /// `nil` for anything else that happened.
    init?(_ happening: Happening) {
        guard case .directive("mail.send", let arguments) = happening, case .object(let letter)? = TestJSON(arguments)
        else { return nil }
        recipients = letter["to"]?.texts ?? []
        subject = letter["subject"]?.texts.first ?? ""
        body = letter["body"]?.texts.first ?? ""
    }

    var description: String {
        "<mail recipient=\"\(recipients.joined(separator: ", "))\" subject=\"\(subject)\" body=\"\(body.folded)\"/>"
    }
}

extension TestJSON {
    /// A text, or the texts of a list.
    fileprivate var texts: [String] {
        switch self {
        case .string(let text): [text]
        case .array(let items): items.flatMap(\.texts)
        default: []
        }
    }
}
