import SourceText

/// The global names that scripts may use without anybody in the bot declaring them.
package enum PlatformNames {
    /// What the platform gives to every script and this runtime, too.
    package static let present: Set = [
        "$", "$client", "$context", "$dialer", "$entities", "$global", "$injector", "$jsapi", "$parseTree",
        "$reactions", "$request",
        "$response", "$session", "$temp", "bind", "capitalize", "currentDate", "log", "toPrettyString",
        "$analytics", "$caila", "$conversationApi", "$env", "$faq", "$http", "$imputer", "$integration", "$mail",
        "$entities", "$nlp", "$pushgate", "$secrets", "hasOperatorsOnline", "parseXml",
    ]

    /// What the platform gives and this runtime does not have yet: code that uses it loads, and fails when it runs.
    package static let absent: Set = [
        "$gpt", "$jivo", "$llm", "$smartProfile", "$smartPush", "$smartRating", "$storage",
    ]

    /// Libraries that the platform gives; here they come from packages of the machine.
    package static let libraries: Set = ["_", "moment"]

    /// What only the runtime of ES6 scripts has beside the language itself.
    package static let modern: Set = [
        "AbortController", "Buffer", "Headers", "TextDecoder", "TextEncoder", "URL", "URLSearchParams", "clearInterval",
        "clearTimeout", "console", "exports", "fetch", "global", "module", "process", "queueMicrotask", "require",
        "setImmediate", "setInterval", "setTimeout", "structuredClone",
    ]

    /// The language's own: ES5 and all that came after it.
    package static let language: Set = [
        "AggregateError", "Array", "AsyncDisposableStack", "ArrayBuffer", "Atomics", "BigInt", "BigInt64Array",
        "BigUint64Array", "Boolean", "DOMException",
        "DataView", "Date", "DisposableStack", "Error", "EvalError", "FinalizationRegistry", "Float16Array",
        "Float32Array",
        "Float64Array", "Function", "Infinity", "Int16Array", "Int32Array", "Int8Array", "InternalError", "Intl",
        "Iterator", "JSON", "Map", "Math", "NaN", "Number", "Object", "Promise", "Proxy", "RangeError",
        "ReferenceError", "Reflect", "RegExp", "Set", "SharedArrayBuffer", "String", "SuppressedError", "Symbol",
        "SyntaxError",
        "TypeError", "URIError", "Uint16Array", "Uint32Array", "Uint8Array", "Uint8ClampedArray", "WeakMap", "WeakRef",
        "WeakSet", "arguments", "atob", "btoa", "decodeURI", "decodeURIComponent", "encodeURI", "encodeURIComponent",
        "escape", "eval", "globalThis", "isFinite", "isNaN", "parseFloat", "parseInt", "undefined", "unescape",
    ]

    /// Whether a script may use the name though nobody declares it. What libraries declare is not among them.
    package static func contains(_ name: String) -> Bool {
        present.contains(name) || absent.contains(name) || libraries.contains(name) || language.contains(name)
            || modern.contains(name)
    }

    /// The name that was perhaps meant, among the platform's and those that the bot declares.
    package static func suggestion(for name: String, declared: Set<String> = []) -> String? {
        Spelling.nearest(
            to: name, among: present.union(absent).union(libraries).union(language).union(declared).sorted())
    }
}
