// How small talk answers, and what follows an answer.

/** The common answers with those of the bot in place of the ones that have the same name. */
function applyCustomAnswers(common, custom) {
    return Object.assign({}, common, custom);
}

function newOfftopicSetting(name, usual) {
    var own = $jsapi.context().injector.offtopic;
    return own && own[name] || usual;
}

/** "formal" or "informal": how the bot speaks to the user, by `injector.offtopic.type`. */
function offtopType() {
    return newOfftopicSetting("type", "formal");
}

/** "male" or "female": how the bot speaks of itself, by `injector.offtopic.gender`. */
function offtopGender() {
    return newOfftopicSetting("gender", "male");
}

/** One answer of what stands under a key: a text, a list to choose from, or answers by `male`, `female`, `formal`, `informal`. */
function newOfftopicChoice(answer) {
    if (Array.isArray(answer)) {
        return newOfftopicChoice(answer[$jsapi.context().testContext ? 0 : $reactions.random(answer.length)]);
    }
    if (answer && typeof answer === "object" && !answer.go && !answer["go!"]) {
        return newOfftopicChoice([offtopGender(), offtopType()].map(function (key) { return answer[key]; }).find(Boolean));
    }
    return answer;
}

/** Says the answer of that name, or goes to the state that it names with `go`. */
function offtopicReaction(state) {
    var answer = newOfftopicChoice(newOfftopicAnswers[state]);
    if (answer && typeof answer === "object") {
        $reactions.transition(answer.go || answer["go!"]);
    } else if (answer) {
        $reactions.answer(String(answer));
    }
}

/** Adds what belongs behind the answer: the way back to business, a question what else to do, another context. */
function offtopFallbackLogic(ctx) {
    var name = (ctx.currentState || "").split("/").pop();
    var logic = offtopicFallbackLogic[name] || offtopicFallbackLogic["default"] || {};
    if (logic.doNothing || !ctx.response.replies || !ctx.response.replies.length) {
        return;
    }
    [["addOfftopicFallback", "Fallback"], ["addHowCanIHelpYou", "NeedHelp"]].forEach(function (step) {
        if (logic[step[0]]) offtopicReaction(step[1]);
    });
    if (logic.changeContextPathTo) {
        ctx.session.contextPath = ctx.contextPath = logic.changeContextPathTo;
    }
    var move = logic.transition;
    if (move) {
        var target = move.lastState && ctx.session.lastState || move.lastAnswerState && ctx.session.lastAnswerState || move.state;
        if (target) {
            $reactions.transition({value: target, deferred: Boolean(move.deferred)});
        }
    }
}
