// Answers given by scripts may hold "{one/other}" to choose from, and the state that answered last is kept in $session.lastAnswerState.
$reactions.answer = (function (plainAnswer) {
    return function (given) {
        var context = $jsapi.context();
        var answer = given && typeof given === "object" ? Object.assign({}, given) : {value: given};
        if (typeof resolveInlineDictionary === "function" && typeof answer.value === "string") {
            answer.value = resolveInlineDictionary(answer.value);
        }
        if ((context.currentState || "").indexOf("/CatchAll") !== 0) {
            context.session.lastAnswerState = context.currentState;
        }
        return plainAnswer.call($reactions, answer);
    };
})($reactions.answer);
