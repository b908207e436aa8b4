/// A bot of a few states for handlers of `bind`.
enum HandlerBot {
    static let states = """
        theme: /
            state: Hello
                q!: hello
                a: hello
                state: More
                    q: more
                    a: more
            state: Fail
                q!: fail
                a: before
                script:
                    throw new Error("Date not valid");
                a: never
            state: Lost
                q!: lost
                go!: {{"/Nowhere"}}
            state: Else
                event!: noMatch
                a: else {{$request.query}}
        """

    static func call(
        _ code: String, states more: String = "", yaml: String = "botEngine: v2\nlanguage: en\n"
    ) throws -> Call {
        try Call(script: "require: code.js\n" + states + more, files: ["code.js": code], yaml: yaml)
    }
}
