// $reactions: what the tags of a state do, from a script (dsl.md 5.2).
//
// answer(text), answer({value, tts?, html?, lang?, …})   a text reply, with the values of its `{{ }}`; nothing when it is empty. Error: no text,
//                                                        `bargeInTransition` of a state that is not there
// transition(path), transition({value, deferred})        as `go!`, with `deferred: true` as `go`; when the script is done, and the last one counts.
//                                                        Error: no path
// buttons(text or {text, transition?} or a list of them)
// inlineButtons({text, callback_data? or url? or transition?} or a list)
// image(url), image({imageUrl, text?}), audio(url), audio({audioUrl}), video(url), video({videoUrl})
// random(n)                                              a whole number of 0 … n - 1, another one than the last time in this session
// template(text)                                         the text with the values of its `{{ }}`
// timeout({interval, targetState})                       as the tag: when the caller is silent for "10 seconds", the talk goes on there. The last one
//                                                        in `$response.replies` counts. Error: an interval that is none, a state that is not there
// newSession({message?, data?, session?, client?}), newSession(message)   begins a new session, whose first request is the message, and leaves the script; `data` is its
//                                                        `$request.data`, `session` its `$session`, both `{}` unless given; `client` replaces `$client`
// setClientTimezone(zone)                                the client's time zone by its name ("Europe/Moscow"), for the channel's delayed events
(function (world) {
    "use strict";

    var global = world.global;
    var newSessionSignal = { name: "newSession" };

    function reply(type, field, given) {
        if (!world.isObject(given)) {
            given = { [field]: world.takeText(given, "$reactions." + type + ": the address", "https://example.com/file") };
        }
        world.push(world.assign({ type: type }, given));
    }

    function pushButtons(type, buttons) {
        var list = world.map(world.isArray(buttons) ? buttons : [buttons], function (button) {
            return world.isObject(button) ? button : { text: world.takeText(button, "$reactions." + type + ": the text of a button", "Yes") };
        });
        world.push({ type: type, buttons: list });
    }

    // What a tag would have as its value: the text itself, or a member of an object.
    function valueOf(given, member, what, example) {
        var isWithin = world.isObject(given) && !world.isArray(given) && world.timeOf(given) === undefined && world.momentOf(given) === undefined;
        if (!isWithin) return world.takeText(given, what, example);
        return world.takeText(given[member], what + " (`" + member + "` of its argument)", example);
    }

    function sessionOptions(given) {
        if (given === undefined || given === null) return {};
        if (typeof given === "string") return { message: given };
        return world.takeObject(given, "$reactions.newSession: its argument", "{message: \"/start\"}");
    }

    world.newSession = function (options) {
        var given = sessionOptions(options);
        var message = given.message === undefined || given.message === null ? undefined
            : world.takeWords(given.message, "$reactions.newSession: the message", "/start");
        if (given.client !== undefined) global.$client = given.client;
        global.$session = world.openSession(world.isObject(given.session) ? given.session : {});
        if (!world.isObject(global.$request)) global.$request = {};
        global.$request.data = world.isObject(given.data) ? given.data : {};
        world.wants("newSession", { message: message });
        throw newSessionSignal;
    };

    function wordsOf(answer) {
        if (!world.isObject(answer)) return world.takeWords(answer, "$reactions.answer: the text", "Hello!");
        if (typeof answer.value === "bigint") return "" + answer.value;
        return valueOf(answer, "value", "$reactions.answer: the text", "Hello!");
    }

    world.define("$reactions", {
        answer: function (answer) {
            var given = world.isObject(answer) ? answer : { value: answer };
            var words = given.value;
            if (typeof words !== "string") words = wordsOf(answer);
            var reply = { type: "text", text: world.expand(words) };
            var names = world.keys(given);
            for (var index = 0; index < names.length; index++) {
                if (names[index] !== "value") reply[names[index]] = given[names[index]];
            }
            if (reply.bargeInTransition !== undefined) {
                world.host("checkState", "$reactions.answer: bargeInTransition", "" + reply.bargeInTransition, world.turn.state);
            }
            if (reply.text !== "") world.push(reply);
        },
        transition: function (target) {
            var path = typeof target === "string" && target !== "" ? target : valueOf(target, "value", "$reactions.transition: the state", "/Order");
            if (!world.isObject(global.$temp)) global.$temp = {};
            global.$temp.transition = { state: world.expand(path), deferred: world.isObject(target) && target.deferred === true };
            world.wished();
        },
        image: function (image) { reply("image", "imageUrl", image); },
        audio: function (audio) { reply("audio", "audioUrl", audio); },
        video: function (video) { reply("video", "videoUrl", video); },
        buttons: function (buttons) { pushButtons("buttons", buttons); },
        inlineButtons: function (buttons) { pushButtons("inlineButtons", buttons); },
        random: function (bound) { return world.host("random", bound, true); },
        template: function (text) { return world.expand(text); },
        timeout: function (timeout) {
            if (world.turn === null) world.wrong("Nobody is on the line while the bot is loaded: set the timeout in a state.");
            var name = "$reactions.timeout: ";
            var given = world.takeObject(timeout, name + "its argument", "{interval: \"10 seconds\", targetState: \"/TooLate\"}");
            var interval = world.expand(world.takeText(given.interval, name + "interval", "10 seconds"));
            var target = world.expand(world.takeText(given.targetState, name + "targetState", "/TooLate"));
            world.host("checkTimeout", interval, target, world.turn.state);
            world.push({ type: "timeout", interval: interval, targetState: target });
        },
        newSession: world.newSession,
        setClientTimezone: function (zone) { world.host("setClientTimezone", "" + zone, world.replyCount()); }
    });
})(__ringback);
