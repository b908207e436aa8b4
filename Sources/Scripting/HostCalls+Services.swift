import CivilTime
import FoundationEssentials
import JavaScript
import WebRequests

/// The services of the platform beside the dialog itself; each has a file of its own.
extension HostCalls {
    mutating func serviceAnswer(_ name: String, _ arguments: [ScriptValue]) -> HostAnswer {
        switch name {
        case "http": return ask(arguments)
        case "http.places":
            return .value(.array(WebAddress.places(in: arguments.first?.string ?? "").map { .string($0) }))
        case "xml": return xml(arguments)
        case "integration":
            let (service, method) = (arguments.first?.string, arguments.dropFirst().first?.string)
            // The last one that a test gives counts.
            let mock = serviceMocks.last { $0.service == service && ($0.method ?? method) == method }
            return .value(.optional(mock?.answer))
        case "now": return .value(.number((now.timeIntervalSince1970 * 1000).rounded(.down)))
        case "isTime": return .value(.boolean(arguments.first?.string.flatMap { Date(iso: $0, zone: .utc) } != nil))
        case "nlp.patterns": return matched(arguments)
        case "env", "secret": return environment(name, arguments)
        default: return language.answer(name, arguments) ?? .exception("there is no host function \(name)")
        }
    }

    /// `$nlp.matchPatterns`: of a pattern that is doubtful the author is told, a broken one is an exception.
    private mutating func matched(_ arguments: [ScriptValue]) -> HostAnswer {
        let (answer, notes) = language.matched(arguments.first?.string ?? "", withPatterns: arguments.texts(at: 1))
        for note in notes { tellOnce(note, at: nil) }
        return answer
    }

    private func xml(_ arguments: [ScriptValue]) -> HostAnswer {
        guard let text = arguments.first?.string else {
            return .exception("parseXml takes a text, such as \"<order><item>tea</item></order>\".")
        }
        do throws(XMLMistake) {
            return .value(try XMLValue.read(text))
        } catch {
            return .exception("parseXml: the text is not XML: \(error.message)")
        }
    }
}
