// $faq: answers of the knowledge base (dsl.md 5.8): what the recognised intent has as its `answer` in the bot's NLU export.
// $imputer: operations on texts that only the platform has; here they give an empty text.
//
// $faq.pushReplies()  says the answer, if there is one    $faq.getReplies()  the same as a list of replies
// $imputer.express(question, answer)  ""
(function (world) {
    "use strict";

    function replies() {
        var context = world.global.$context;
        var intent = world.isObject(context) ? context.intent : undefined;
        if (!world.isObject(intent) || typeof intent.answer !== "string" || intent.answer === "") return [];
        return [{ type: "text", text: intent.answer }];
    }

    world.define("$faq", {
        pushReplies: function () {
            var list = replies();
            for (var index = 0; index < list.length; index++) world.push(list[index]);
        },
        getReplies: replies
    });

    world.define("$imputer", { express: function () { return ""; } });
})(__ringback);
