import Conversations
import JavaScript
import WebRequests

/// `$http` (dsl.md 5.4): the effects of `World/http.js`.
extension HostCalls {
    /// What a call gives: `{isOk, status, form, text | data, headers, error?}`.
    mutating func ask(_ arguments: [ScriptValue]) -> HostAnswer {
        let member = arguments.dropFirst(2).first?.string ?? "query"
        do throws(HttpQuestion.Mistake) {
            let question = try HttpQuestion(arguments.first ?? .undefined)
            guard web.takeCall() else { return .value(Self.failed("Callback limit reached")) }
            do throws(WebFailure) {
                return .value(Self.read(try answer(question), question.form))
            } catch {
                if case .notAllowed = error { tellOnce("$http: " + error.message, at: arguments.position) }
                return .value(Self.failed(error.message))
            }
        } catch {
            return .exception("$http.\(member) \(error.message).")
        }
    }

    private mutating func answer(_ question: HttpQuestion) throws(WebFailure) -> WebAnswer {
        guard let file = question.file else {
            return try web.answer(question.request, keptSeconds: question.keptSeconds)
        }
        let source = WebRequest("GET", file.address, timeout: question.request.timeout)
        let fetched = try web.answer(source, keptSeconds: nil)
        guard fetched.isGood else { throw .other("the file \(file.address) answers with the status \(fetched.status)") }
        let type = fetched.header("Content-Type") ?? "application/octet-stream"
        return try web.answer(question.sending(fetched.body, named: file.name, type: type), keptSeconds: nil)
    }

    private static func failed(_ words: String) -> ScriptValue {
        .object([
            .init("isOk", .boolean(false)), .init("status", .number(-1)), .init("error", .string(words)),
        ])
    }

    private static func read(_ answer: WebAnswer, _ wanted: WebForm?) -> ScriptValue {
        let text = String(decoding: answer.body, as: UTF8.self)
        let form = answer.form ?? wanted ?? form(of: answer, text)
        let headers = answer.headers.map { ScriptValue.Member($0.name, .string($0.value)) }
        var members: [ScriptValue.Member] = [
            .init("isOk", .boolean(answer.isGood)), .init("status", .number(Double(answer.status))),
            .init("form", .string(form.rawValue)), .init("headers", .object(headers)), .init("text", .string(text)),
        ]
        if !answer.isGood {
            members.append(.init("error", .string("The server answers with the status \(answer.status).")))
        }
        guard form == .xml else { return .object(members) }
        do throws(XMLMistake) {
            members.append(.init("data", try XMLValue.read(text)))
        } catch {
            members[0] = .init("isOk", .boolean(false))
            members.append(.init("error", .string("The answer is not XML: \(error.message)")))
        }
        return .object(members)
    }

    /// Without a wish of the script the answer's own type decides, and without that its first sign.
    private static func form(of answer: WebAnswer, _ text: String) -> WebForm {
        guard let type = answer.header("Content-Type")?.lowercased() else {
            return text.first { !$0.isWhitespace }.map { "{[".contains($0) } == true ? .json : .text
        }
        return type.contains("json") ? .json : type.contains("xml") && !type.contains("html") ? .xml : .text
    }

    /// Tells the author something once a turn.
    mutating func tellOnce(_ words: String, at position: Int?) {
        guard told.insert(words).inserted else { return }
        write(words, as: Happening.note, at: position)
    }
}
