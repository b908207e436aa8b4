// $reactions: what the tags of a state do, from a script (dsl.md 5.2).
//
// answer(text), answer({value, tts?, html?, lang?, …})   a text reply, with the values of its `{{ }}`; nothing when it is empty
// transition(path), transition({value, deferred})        as `go!`, with `deferred: true` as `go`; when the script is done, and the last one counts
// buttons(text or {text, transition?} or a list of them)
// inlineButtons({text, callback_data? or url? or transition?} or a list)
// image(url), image({imageUrl, text?}), audio(url), audio({audioUrl}), video(url), video({videoUrl})
// random(n)                                              a whole number of 0 … n - 1, another one than the last time in this session
// template(text)                                         the text with the values of its `{{ }}`
// timeout({interval, targetState})                       as the tag: when the caller is silent for "10 seconds", the talk goes on there. The last one
//                                                        in `$response.replies` counts. Error: an interval that is none, a state that is not there
// newSession({message?, data?, session?, client?})       begins a new session, whose first request is the message, and leaves the script; `data` is its
//                                                        `$request.data`, `session` its `$session`, both `{}` unless given; `client` replaces `$client`
// setClientTimezone(zone)                                the client's time zone by its name ("Europe/Moscow"), for the channel's delayed events
(function (world) {
    "use strict";

    var global = world.global;
    var newSessionSignal = { name: "newSession" };

    function reply(type, field, given) {
        world.push(world.assign({ type: type }, world.isObject(given) ? given : { [field]: given }));
    }

    function pushButtons(type, buttons) {
        var list = world.map(world.isArray(buttons) ? buttons : [buttons], function (button) {
            return world.isObject(button) ? button : { text: "" + button };
        });
        world.push({ type: type, buttons: list });
    }

    world.newSession = function (options) {
        var given = world.isObject(options) ? options : {};
        var message = given.message === undefined || given.message === null ? undefined : "" + given.message;
        if (given.client !== undefined) global.$client = given.client;
        global.$session = world.openSession(world.isObject(given.session) ? given.session : {});
        if (!world.isObject(global.$request)) global.$request = {};
        global.$request.data = world.isObject(given.data) ? given.data : {};
        world.wants("newSession", { message: message });
        throw newSessionSignal;
    };

    world.define("$reactions", {
        answer: function (answer) {
            var given = world.isObject(answer) ? answer : { value: answer };
            var reply = { type: "text", text: world.expand(given.value) };
            var names = world.keys(given);
            for (var index = 0; index < names.length; index++) {
                if (names[index] !== "value") reply[names[index]] = given[names[index]];
            }
            if (reply.text !== "") world.push(reply);
        },
        transition: function (target) {
            var given = world.isObject(target) ? target : { value: target };
            if (!world.isObject(global.$temp)) global.$temp = {};
            global.$temp.transition = { state: world.expand(given.value), deferred: given.deferred === true };
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
            var given = world.isObject(timeout) ? timeout : {};
            var interval = world.expand(given.interval), target = world.expand(given.targetState);
            world.host("checkTimeout", interval, target, world.turn.state);
            world.push({ type: "timeout", interval: interval, targetState: target });
        },
        newSession: world.newSession,
        setClientTimezone: function (zone) { world.host("setClientTimezone", "" + zone, world.replyCount()); }
    });
})(__ringback);
