/**
 * The words for `answer`: its name in answers.yaml, or words themselves. Of several one is chosen, in tests the first.
 * Where the bot has named its topics, the answer that names them goes before.
 */
function getAnswer(answer) {
    var words = answer;
    if (typeof answer === "string" && zwitch[answer] !== undefined) {
        words = typeof catchAll !== "undefined" && catchAll.topics && zwitch[answer + "WithTopics"] || zwitch[answer];
    }
    if (Array.isArray(words)) {
        return words[$jsapi.context().testContext ? 0 : $reactions.random(words.length)];
    }
    return words;
}
