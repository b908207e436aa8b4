import BotModel
import JavaScript

/// A name of other runtimes of JavaScript, or a misspelt one of this, for which a script has failed.
struct MissingName {
    let name: String

    init?(_ failure: ScriptFailure) {
        guard failure.message.hasPrefix(Self.start), failure.message.hasSuffix(Self.end) else { return nil }
        name = String(failure.message.dropFirst(Self.start.count).dropLast(Self.end.count))
    }

    private static let start = "ReferenceError: "
    private static let end = " is not defined"

    /// What to write in its place.
    var hint: String? {
        if let advice = Self.advice[name] { return advice }
        // In short names one letter is too much of them.
        guard name.count > 3, let near = PlatformNames.suggestion(for: name) else { return nil }
        return "There is `\(near)`; did you mean that?"
    }

    private static let advice: [String: String] = {
        let listed: [([String], String)] = [
            (
                ["require", "module", "exports"],
                "Files are joined by tags: write `require: helpers.js` at the top of the `.sc` file, and all that helpers.js declares is there. "
                    + "The libraries `_` and `moment` are there without it; modules of ES6 use `import` and `export`."
            ),
            (
                ["fetch", "XMLHttpRequest", "axios", "jQuery"],
                "Servers are asked with `$http.get(address)`, `$http.post(address, {body: …})` and `$http.query`; they answer {isOk, status, data} at once."
            ),
            (
                ["process", "__dirname", "__filename"],
                "Settings of a bot are in `$injector`, `$env.get(\"NAME\")` and `$secrets.get(\"NAME\")`; scripts see nothing else of the machine."
            ),
            (
                ["window", "self", "document", "navigator", "location"],
                "Scripts do not run in a browser. Functions and values for all scripts are declared in a `.js` file, or put into `$global`."
            ),
            (
                ["alert", "print", "prompt"],
                "Say something to the caller with `$reactions.answer(…)`; write into the log with `log(…)`."
            ),
            (
                ["localStorage", "sessionStorage"],
                "What is kept for the call belongs into `$session`, what is kept for the caller into `$client`."
            ),
            (["structuredClone"], "Copy plain data with `JSON.parse(JSON.stringify(value))`."),
            (
                ["URL", "URLSearchParams"],
                "`encodeURIComponent(text)` makes a text fit for an address; `$http` fills `${name}` in an address from its `query`."
            ),
        ]
        return Dictionary(
            listed.flatMap { names, hint in names.map { ($0, hint) } }, uniquingKeysWith: { first, _ in first })
    }()
}
