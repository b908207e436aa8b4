/** The common answers with those of the bot in place of the ones that have the same name. */
function applyCustomAnswers(common, custom) {
    var answers = {};
    [common, custom].forEach(function (source) {
        Object.keys(source || {}).forEach(function (name) { answers[name] = source[name]; });
    });
    return answers;
}

/** Says the answer of that name; of several one by chance, in tests the first. */
function offtopicAnswer(name) {
    var words = OfftopicAnswers[name];
    if (Array.isArray(words)) {
        words = words[$jsapi.context().testContext ? 0 : $reactions.random(words.length)];
    }
    if (words) {
        $reactions.answer(words);
    }
}
