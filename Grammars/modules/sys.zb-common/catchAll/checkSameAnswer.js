// The same words twice in a row do not help: the bot asks to say it otherwise. Needs `CheckSameAnswer` of injector.

bind("postProcess", function ($context) {
    var session = $context.session;
    var replies = ($context.response && $context.response.replies) || [];
    var texts = replies.filter(function (reply) { return reply.type === "text"; });
    var answer = texts.map(function (reply) { return reply.text; }).join("\n\n");
    var state = $context.currentState || "";
    var isSame = answer !== "" && answer === session.lastAnswer;
    session.lastAnswer = answer;
    session.lastState = state;
    if (isSame && catchAll.CheckSameAnswer && !/^\/(CatchAll|Switch)(\/|$)/.test(state) && $context.request.query) {
        $context.response.replies = [{type: "text", text: getAnswer("SameAnswer"), state: "/CatchAll/SameAnswer"}];
    }
});
