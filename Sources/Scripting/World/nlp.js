// $nlp: what the runtime knows of words and patterns, for scripts (dsl.md 3.9).
//
// match(text, state)            the rule that answers the text in a state: { targetState, patternId, pattern, effectivePattern, score, parseTree }, else null
// matchNBest(text, state, n)    the n best, best first; each has `clazz` (the state) and `ruleType` too
// matchPatterns(text, patterns) the best of these patterns, which may name the bot's own: { pattern, effectivePattern, score, weight, parseTree }, else null.
//                               Error: a pattern that `check` would refuse; of one that it only doubts the author is told
// matchExamples(text, examples) the nearest example: { example, weight 0…1, aligned }, else null
// parseMorph(word)              { score, normalForm, tags }, else null    inflect(text, form or forms)  the text in that form ("gent", ["plur", "datv"]), else null
// conform(word, number)         the word as it goes with the number       tokenize(text)                its words
// checkVocabulary(word)         whether a dictionary has it               fixKeyboardLayout(text)       what was meant by a text typed on the wrong keyboard, else null
//
// Words are Russian or English, by their letters; inflect and conform know Russian ones. State: absolute path of a state or theme.
(function (world) {
    "use strict";

    function text(value, call) { return world.takeFirstText(value, "$nlp." + call); }

    function texts(list, call) {
        if (typeof list === "string") return [list];
        if (!world.isArray(list)) world.wrong("$nlp." + call + " takes a list of texts as its second argument.");
        return world.map(list, function (item) { return "" + item; });
    }

    function shaped(found) {
        if (found === null) return null;
        found.parseTree = world.shape(found.parseTree);
        return found;
    }

    function best(call, given, state, count) {
        return world.map(world.host("nlp.best", text(given, call), state === undefined ? "/" : "" + state, count), shaped);
    }

    world.define("$nlp", {
        match: function (given, state) {
            var found = best("match", given, state, 1);
            return found.length > 0 ? found[0] : null;
        },
        matchNBest: function (given, state, count) { return best("matchNBest", given, state, count === undefined ? 1 : +count); },
        matchPatterns: function (given, patterns) {
            return shaped(world.host("nlp.patterns", text(given, "matchPatterns"), texts(patterns, "matchPatterns")));
        },
        matchExamples: function (given, examples) {
            return world.host("nlp.examples", text(given, "matchExamples"), texts(examples, "matchExamples"));
        },
        parseMorph: function (word) { return world.host("nlp.morph", text(word, "parseMorph")); },
        inflect: function (given, forms) {
            return given === undefined || given === null ? null : world.host("nlp.inflect", text(given, "inflect"), texts(forms, "inflect"));
        },
        conform: function (word, number) { return world.host("nlp.conform", text(word, "conform"), +number); },
        tokenize: function (given) { return world.host("nlp.tokens", text(given, "tokenize")); },
        checkVocabulary: function (word) { return world.host("nlp.knows", text(word, "checkVocabulary")); },
        fixKeyboardLayout: function (given) { return world.host("nlp.keyboard", text(given, "fixKeyboardLayout")); }
    });
})(__ringback);
