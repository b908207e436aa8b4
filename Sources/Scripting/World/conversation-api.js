// $conversationApi: messages outside of request and answer (dsl.md 5.9), as directives `conversationApi.NAME`: the channel may send them on.
//
// sendTextToClient(text), sendRepliesToClient([reply, …])
(function (world) {
    "use strict";

    world.define("$conversationApi", {
        sendTextToClient: function (text) {
            if (text === undefined || text === null) world.wrong("$conversationApi.sendTextToClient takes a text.");
            world.direct("conversationApi.sendTextToClient", { text: "" + text });
        },
        sendRepliesToClient: function (replies) {
            if (!world.isArray(replies)) {
                world.wrong("$conversationApi.sendRepliesToClient takes a list of replies, such as [{ type: \"text\", text: \"Hello\" }].");
            }
            world.direct("conversationApi.sendRepliesToClient", { replies: replies });
        }
    });
})(__ringback);
