// $response: what the bot answers with (dsl.md 4.5).
//
// replies      the replies so far, each { type, state, … }; a script may push its own, change them, or put another list there
// answer       the texts of the text replies, with an empty line between two; a script may set it, which changes no reply
// endSession   true: the session ends with this request, as by `$jsapi.stopSession()`
// smartRandom  not there while scripts run: a list of the numbers that `$reactions.random` and `random:` have drawn, for the channel
// All other members are the bot's own.
(function (world) {
    "use strict";

    var common = {};

    // Not among the members that a loop or JSON shows.
    world.hideAccessor(common, "answer", function () {
        var replies = this.replies, answer = "";
        for (var index = 0; world.isArray(replies) && index < replies.length; index++) {
            if (!world.isObject(replies[index]) || replies[index].type !== "text") continue;
            answer += (answer === "" ? "" : "\n\n") + replies[index].text;
        }
        return answer;
    }, function (value) { world.hide(this, "answer", value); });

    world.makeResponse = function () { return { __proto__: common, replies: [] }; };
})(__ringback);
