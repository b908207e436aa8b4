import Conversations
import Testing
import Utterances

/// A few words with their forms, so that no dictionary is needed.
private struct FewWords: WordForms {
    private static let forms = [
        "рубль": [
            "рубль": "NOUN,inan,masc sing,nomn", "рубля": "NOUN,inan,masc sing,gent",
            "рублей": "NOUN,inan,masc plur,gent",
        ],
        "привет": ["привет": "NOUN,inan,masc sing,nomn"],
        "мир": ["мир": "NOUN,inan,masc sing,nomn", "мире": "NOUN,inan,masc sing,loct"],
        "купить": ["купить": "INFN,perf,tran", "купил": "VERB,perf,tran masc,sing,past,indc"],
    ]

    func forms(of lemma: String) -> [String] { Self.forms[lemma]?.keys.sorted() ?? [lemma] }

    func lemmas(of word: String) -> [String] {
        let found = Self.forms.filter { $0.value[word] != nil }.map(\.key)
        return found.isEmpty ? [word] : found.sorted()
    }

    func analyses(of word: String) -> [WordAnalysis] {
        Self.forms.sorted { $0.key < $1.key }.compactMap { lemma, forms in
            forms[word].map {
                WordAnalysis(lemma: lemma, features: $0.split { $0 == "," || $0 == " " }.map(String.init))
            }
        }
    }

    func form(of word: String, with features: [String]) -> String? {
        let forms = lemmas(of: word).first.flatMap { Self.forms[$0] } ?? [:]
        return forms.first { form in features.allSatisfy { form.value.contains($0) } }?.key
    }

    func form(of word: String, after number: Double) -> String? {
        form(of: word, with: number == 1 ? ["sing", "nomn"] : ["plur", "gent"])
    }
}

/// `$nlp` and `$caila` (dsl.md 3.9, 5.7).
@Suite struct LanguageTests {
    private static let bot = """
        require: cities.csv
            name = Cities
            var = $Cities
        patterns:
            $Number = $regexp<\\d+> || converter = function (pt) { return Number(pt.text); }
            $no = (no/nope)
        theme: /
            state: Run
                q!: run
                script: $reactions.answer("" + JSON.stringify(eval("(" + $injector.code + ")")));
            state: Order
                q!: order [$Number] *
                a: x
            state: Tea
                q!: * tea *
                a: x
        theme: /Mood
            state: Bad
                q: * bad *
                a: x
        """

    private static let export =
        #"{"intents":[],"entities":[{"entity":{"id":4,"name":"Drink","enabled":true},"records":[{"id":1,"type":"synonyms","rule":["black tea","tea"],"value":"{\"id\": 1}"},{"id":2,"type":"synonyms","rule":["milk"],"value":"2"},{"id":3,"type":"pattern","rule":["$x"],"value":"3"}]}]}"#

    private func said(_ code: String) throws -> String? {
        var call = try Call(
            script: Self.bot,
            files: [
                "cities.csv": "1;Omsk,Omsk city;{\"name\": \"Omsk\"}\n2;Tver;Tver\n", "caila_import.json": Self.export,
            ],
            yaml: "injector:\n  code: '\(code.replacing("'", with: "''"))'\n", words: FewWords())
        return call.hears("run").lazy.compactMap {
            switch $0 {
            case .reply(let reply): reply.text
            case .failure(let failure): failure.message
            default: nil
            }
        }.first
    }

    // MARK: $nlp

    @Test func aTextIsMatchedWithTheBotsRules() throws {
        #expect(
            try said(
                "(function () { var m = $nlp.match('order 12 cups', '/'); return [m.targetState, m.patternId, m.pattern, m.parseTree._Number + 1, m.parseTree.Number[0].text]; })()"
            )
                == #"["/Order","main.sc:12","order [$Number] *",13,"12"]"#)
        #expect(try said("$nlp.match('it is bad', '/Mood').targetState") == #""/Mood/Bad""#)
        #expect(try said("$nlp.match('xyz', '/')") == "null")
        #expect(
            try said(
                "$nlp.matchNBest('order tea', '/', 5).map(function (m) { return m.clazz + ' ' + m.ruleType + ' ' + (m.score > 0); })"
            )
                == #"["/Order pattern true","/Tea pattern true"]"#)
        #expect(try said("$nlp.matchNBest('order tea', '/', 1).length") == "1")
    }

    @Test(arguments: [
        (
            "'$Nubmer'",
            "the pattern `$Nubmer`: The pattern `$Nubmer` is not declared anywhere. There is `$Number`; did you mean that?"
        ),
        ("'$regexp<[a->'", "the pattern `$regexp<[a->`: "), ("['tea', '$morph<Q> *']", "the pattern `$morph<Q> *`: "),
    ])
    func aBrokenPatternIsAnError(_ patterns: String, says: String) throws {
        let message = try said("$nlp.matchPatterns('tea', \(patterns))")
        #expect(message?.hasPrefix("Error: $nlp.matchPatterns: ") == true, "\(message ?? "-")")
        #expect(message?.contains(says) == true, "\(message ?? "-")")
    }

    /// Each time, not only when the pattern is compiled.
    @Test func ofADoubtfulPatternTheAuthorIsTold() throws {
        var call = try Call(
            "        script: $nlp.matchPatterns(\"tea\", [\"(tea\"]); $nlp.matchPatterns(\"tea\", [\"(tea\"]);\n")
        for _ in 1...2 {
            let notes = call.hears("x").compactMap { if case .note(let note) = $0 { note } else { nil } }
            #expect(notes.count == 1 && notes[0].contains("the pattern `(tea`: This `(` is never closed"), "\(notes)")
        }
    }

    @Test func patternsOfScriptsHearPartsOfWords() throws {
        #expect(try said("$nlp.matchPatterns('пин-код', ['* код']).pattern") == #""* код""#)
        #expect(try said("String($nlp.matchPatterns('кодировка', ['код']))") == #""null""#)
    }

    @Test func aTextIsMatchedWithPatternsOfTheScript() throws {
        #expect(
            try said(
                "(function () { var m = $nlp.matchPatterns('test 1', ['test 2', 'test $Number']); return [m.pattern, m.parseTree._Number, m.score > 0, m.weight]; })()"
            )
                == #"["test $Number",1,true,1]"#)
        #expect(try said("$nlp.matchPatterns('nope', ['$no']).pattern") == #""$no""#)
        #expect(
            try said(
                "[$nlp.matchPatterns('yes', ['$no']), $nlp.matchPatterns('yes', []), $nlp.matchPatterns('yes', ['(((']) ]"
            ) == "[null,null,null]")
        #expect(try said("$nlp.matchPatterns('test 1', 'test *').pattern") == #""test *""#)
    }

    @Test func uncertainMeasureOfExamples() throws {
        #expect(
            try said("$nlp.matchExamples('раз раз', ['раз', 'два'])")
                == #"{"example":"раз","weight":0.6666666666666666,"aligned":["раз"]}"#)
        #expect(try said("$nlp.matchExamples('купил рублей', ['купить рубль', 'мир']).weight") == "1")
        #expect(try said("$nlp.matchExamples('x', ['a', 'b'])") == "null")
    }

    @Test func words() throws {
        #expect(
            try said("$nlp.parseMorph('Рублей')")
                == #"{"score":1,"normalForm":"рубль","tags":["NOUN","inan","masc","plur","gent"]}"#)
        #expect(
            try said(
                "[$nlp.parseMorph('qqq'), $nlp.checkVocabulary('мире', 'ru', 'pymorphy'), $nlp.checkVocabulary('qqq')]")
                == "[null,true,false]")
        #expect(
            try said(
                "[$nlp.inflect('рубль', ['sing', 'gent']), $nlp.inflect('рубль', ['plur', 'gent']), $nlp.inflect('qqq', 'gent'), $nlp.inflect(undefined, 'gent')]"
            ) == #"["рубля","рублей",null,null]"#)
        #expect(try said("$nlp.inflect('Привет Мир', 'loct')") == #""Привет мире""#)
        #expect(
            try said("[$nlp.conform('рубль', 5), $nlp.conform('рубль', 1), $nlp.conform('qqq', 5)]")
                == #"["рублей","рубль","qqq"]"#)
        #expect(try said("$nlp.tokenize('Hello, big-world 3,5!')") == #"["hello","big-world","3,5"]"#)
        #expect(
            try said(
                "[$nlp.fixKeyboardLayout('ghbdtn'), $nlp.fixKeyboardLayout('привет'), $nlp.fixKeyboardLayout('hello'), $nlp.fixKeyboardLayout('5')]"
            ) == #"["привет",null,null,null]"#)
    }

    @Test(arguments: [
        ("$nlp.match()", "$nlp.match takes a text"), ("$nlp.match(null, '/')", "it was given null"),
        ("$nlp.match('a', '/Nowhere')", "no state or theme `/Nowhere`"),
        ("$nlp.matchPatterns('a', 5)", "a list of texts"), ("$nlp.inflect({}, 'gent')", "takes a text"),
        ("$nlp.tokenize(new Array(30000).join('a'))", "too long"), ("$caila.markup()", "$caila.markup takes a text"),
        ("$caila.cdqaQuery('a')", "servers of the platform"),
        ("$caila.addClientEntityRecords('e', 5)", "takes records such as"),
        ("$caila.setClientEntityRecord('e', { rule: [] })", "with the `id`"),
        (
            "$caila.addClientEntityRecords('e', [{ rule: new Array(2001).join('a ').split(' ') }])",
            "2000 phrases and 200 patterns"
        ),
        (
            "$caila.addClientEntityRecords('e', [{ type: 'pattern', rule: [new Array(1100).join('a')] }])",
            "at most 1000 characters"
        ),
        ("$caila.setClientEntityRecord('e', { id: 5 })", "no record with the id 5"),
    ])
    func mistakesAreSaid(_ code: String, _ words: String) throws {
        #expect(try said(code)?.contains(words) == true)
    }

    // MARK: $caila

    @Test func entities() throws {
        #expect(
            try said("$caila.getEntity('Drink')")
                == #"{"name":"Drink","id":1,"records":[{"id":1,"type":"synonyms","values":["black tea","tea"],"value":"{\"id\": 1}"},{"id":2,"type":"synonyms","values":["milk"],"value":"2"},{"id":3,"type":"pattern","values":["$x"],"value":"3"}]}"#
        )
        #expect(try said("$caila.getEntity('Cities').records[1].values") == #"["Tver"]"#)
        #expect(try said("$caila.getEntity('None')") == "null")
        #expect(
            try said(
                "$caila.entitiesLookup('ж Black tea, milk').entities.map(function (e) { return [e.entity, e.text, e.startPos, e.endPos, e.value]; })"
            )
                == #"[["Drink","Black tea",2,11,"{\"id\": 1}"],["Drink","milk",13,17,"2"]]"#)
        #expect(try said("$caila.entitiesLookup('black tea', true).entities.length") == "2")
    }

    @Test func markup() throws {
        #expect(
            try said(
                "$caila.markup('Купил, мир').words.map(function (w) { return [w.word, w.source, w.startPos, w.endPos, w.punctuation, w.annotations.lemma, w.annotations.pos]; })"
            )
                == #"[["купил","Купил",0,5,false,"купить","V"],[",",",",5,6,true,",","PUNCT"],["мир","мир",7,10,false,"мир","S"]]"#
        )
        #expect(try said("$caila.detectLanguage(['привет', 'hello', 'сәлем', '5'])") == #"["ru","en","kk","und"]"#)
    }

    @Test func recordsOfAClient() throws {
        #expect(
            try said(
                """
                (function () { var added = $caila.addClientEntityRecords('Pets', [{ type: 'pattern', rule: ['cat'], value: '1' }, { rule: 'dog' }]); \
                $caila.setClientEntityRecord('Pets', { id: added[0].id, rule: ['kitten'], value: 2 }); \
                $caila.deleteClientEntityRecords('Pets', [added[1].id]); $caila.addClientEntityRecords('Pets', [{ rule: ['bird'] }], 'other'); \
                return [$caila.getClientEntityRecords('Pets'), $caila.getClientEntityRecords('Pets', 'other').length, $caila.getClientEntityRecords('toString').length]; })()
                """) == #"[[{"id":1,"type":"synonyms","rule":["kitten"],"value":"2"}],1,0]"#)
        #expect(
            try said(
                "(function () { $caila.setClientNerId('n'); $caila.setClientEntityRecords('P', { rule: 'a' }); $caila.clearClientNerId(); return [$caila.getClientEntityRecords('P').length, $caila.getClientEntityRecords('P', 'n').length]; })()"
            )
                == "[0,1]")
    }
}
