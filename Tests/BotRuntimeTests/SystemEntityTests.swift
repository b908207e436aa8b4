import BotModel
import Entities
import Testing

/// The platform's own entities, found by rules: in patterns, in parse trees, in what scripts ask (dsl.md 8.5).
struct SystemEntityTests {
    private static let languages = [
        EntityLanguage(name: "en", letters: "any"), EntityLanguage(name: "ru", letters: "а-я ё"),
    ]
    private static let rules = EntityRules(languages: languages) { language in
        let words = language == "ru" ? "завтра" : "tomorrow"
        return EntityGrammar(files: [
            (
                "test.rules",
                """
                $Number = $regexp<\\d+> || meaning = number($0)
                $Day = \(words) || meaning = cycle(1, day)
                $Time = $Day || meaning = $Day
                $Time = $Day at $Number || meaning = and($Day, clock($Number))
                $Time = from $Number::A to $Number::B || meaning = until(clock($A), clock($B))
                $PhoneNumber = $regexp<\\+\\d{7,12}> || meaning = digits($0)
                """
            )
        ])
    }

    private func call(_ patterns: String, _ answer: String, yaml: String = "") throws -> Call {
        try Call(
            script: """
                theme: /
                    state: A
                \(patterns.split(separator: "\n").map { "        \($0)" }.joined(separator: "\n"))
                        a: \(answer)
                    state: Else
                        q!: *
                        a: nothing
                """, yaml: yaml, entityRules: Self.rules)
    }

    @Test(arguments: [
        ("call tomorrow at 9 please", "2026-11-24 9:0 hour 1795500000000"),
        ("call tomorrow", "2026-11-24 0:0 day 1795467600000"),
        ("call me", "nothing"),
    ])
    func aTimeHasItsParts(_ said: String, _ answer: String) throws {
        var call = try call(
            "q!: * @duckling.time *\nscript: var t = $parseTree[\"_duckling.time\"]; $temp.t = t;",
            "{{$temp.t.year}}-{{$temp.t.month}}-{{$temp.t.day}} {{$temp.t.hour}}:{{$temp.t.minute}} {{$temp.t.grain}} {{$temp.t.timestamp}}"
        )
        call.facts.zone = "Europe/Moscow"
        #expect(call.says(said) == [answer])
    }

    @Test func anIntervalHasTwoEnds() throws {
        var call = try call(
            "q!: * @duckling.time *",
            "{{$parseTree[\"_duckling.time\"].from.hour}}-{{$parseTree[\"_duckling.time\"].to.hour}}")
        #expect(call.says("from 9 to 11") == ["9-11"])
    }

    @Test(arguments: [
        ("duckling.number", "7", "7"), ("zb.number", "7", "7"),
        ("duckling.phone-number", "+16500000000", "16500000000"),
        ("duckling.time-of-day", "tomorrow", "nothing"), ("duckling.date", "tomorrow", "2026-11-24T00:00:00.000Z"),
        ("zb.datetime", "tomorrow", "2026-11-24T00:00:00"),
    ])
    func everyNameHasItsShape(_ name: String, _ said: String, _ answer: String) throws {
        var call = try call(
            "q!: @\(name)", "{{(function (v) { return v.value || v; })($parseTree[\"_\(name)\"])}}")
        #expect(call.says(said).map { $0.replacing("+00:00", with: "Z") } == [answer])
    }

    @Test func aBotWithoutLanguageHearsThatOfItsCaller() throws {
        var call = try call("q!: * @duckling.time", "{{$parseTree[\"_duckling.time\"].day}}")
        #expect(call.says("позвоните завтра") == ["24"])
        #expect(call.says("call tomorrow") == ["24"])
    }

    @Test func aNamedPatternTakesTheValue() throws {
        var call = try Call(
            script: """
                patterns:
                    $When = @duckling.time
                theme: /
                    state: A
                        q!: * $When *
                        a: {{$parseTree._When.day}} {{$entities.length}} {{$entities[0].pattern}} {{$entities[0].startPos}}
                """, entityRules: Self.rules)
        #expect(call.says("🙂 call tomorrow") == ["24 1 duckling.time 8"])
    }

    @Test func withoutRulesNothingIsFound() throws {
        var call = try Call(
            script:
                "theme: /\n    state: A\n        q!: * @duckling.time *\n        a: yes\n    state: B\n        q!: *\n        a: no\n"
        )
        #expect(call.says("tomorrow") == ["no"])
    }
}
