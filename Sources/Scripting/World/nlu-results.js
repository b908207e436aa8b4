// $context.nluResults: what the text may mean, and which of it is taken (dsl.md 3.8, 4.2). Made when a script first asks for it; of an
// event there is none.
//
// patterns, examples   the rules that answer, best first
// intents              the intents recognised in the text, best first
// externalIntents      always empty
// selected             one of all these; a handler of selectNLUResult may put another there, also one of its own with `clazz`
//
// Each is { clazz, score, ruleType, pattern, pt, debugInfo } (the shape as far as bots show it; the rest is uncertain):
// clazz       the path of the state it leads to; not there for an intent that no state takes
// score       0 … 1 and more
// ruleType    "pattern", "example", "intent", "intentGroup"; of `selected` also "event", when nothing was understood
// pattern     as it is written in the bot
// pt          what was captured, as `$parseTree`
// debugInfo   { pattern, effectivePattern } of patterns, { intent, slots } of intents; slots: [{ name, value, array }], those that are filled
(function (world) {
    "use strict";

    var lists = { __proto__: null, pattern: "patterns", example: "examples", intent: "intents", intentGroup: "intents" };

    function shapeOnDemand(element, raw) {
        world.onDemand(element, "pt", function () { return raw === undefined ? {} : world.shape(raw); });
    }

    function element(raw) {
        var made = { score: raw.score, ruleType: raw.ruleType };
        if (raw.clazz !== undefined) made.clazz = raw.clazz;
        if (raw.pattern !== undefined) made.pattern = raw.pattern;
        shapeOnDemand(made, raw.tree);
        made.debugInfo = raw.intent === undefined
            ? { pattern: raw.pattern, effectivePattern: raw.pattern } : { intent: raw.intent, slots: world.knownSlots(raw.intent.path) };
        return made;
    }

    // The rules come first, in their order; then the intents, each with the number of its rule when it has one.
    function make() {
        var raw = world.host("nluResults");
        if (!raw) return undefined;
        var results = { patterns: [], examples: [], intents: [], externalIntents: [], selected: undefined };
        var rules = world.map(raw.rules, element);
        for (var index = 0; raw.isUnderstood && index < rules.length; index++) {
            var list = lists[rules[index].ruleType];
            if (list !== undefined && list !== "intents") world.append(results[list], rules[index]);
        }
        for (index = 0; index < raw.intents.length; index++) {
            var number = raw.intents[index].rule;
            world.append(results.intents, number === undefined ? element(raw.intents[index]) : rules[number]);
        }
        results.selected = rules[0] || results.intents[0];
        world.turn.rules = rules;
        world.turn.results = results;
        world.turn.hypotheses = raw.hypotheses;
        return results;
    }

    function best() {
        var results = world.context.nluResults, best = [];
        if (!results || world.turn.hypotheses < 2) return undefined;
        for (var index = 0; index < world.turn.rules.length && index < world.turn.hypotheses; index++) {
            world.append(best, world.turn.rules[index]);
        }
        return best;
    }

    // Before the next request of the turn.
    world.forgetResults = function () {
        world.turn.results = world.turn.rules = undefined;
        world.onDemand(world.context, "nluResults", make);
        world.onDemand(world.context, "nBest", best);
    };

    world.onDemand(world.context, "nluResults", make);
    world.onDemand(world.context, "nBest", best);

    // What was selected: the number of its rule, or its state; nothing when no handler has looked.
    world.doors.selection = function () {
        if (world.turn.results === undefined) return undefined;
        var results = world.context.nluResults;
        var selected = world.isObject(results) ? results.selected : undefined;
        if (!world.isObject(selected)) return {};
        var answer = { state: typeof selected.clazz === "string" ? selected.clazz : undefined };
        for (var index = 0; index < world.turn.rules.length; index++) {
            if (world.turn.rules[index] === selected) answer.rule = index;
        }
        return answer;
    };
})(__ringback);
