// $reactions: what the tags of a state do, from a script (dsl.md 5.2).
(function (world) {
    "use strict";

    function reply(type, field, given) {
        world.push(world.assign({ type: type }, world.isObject(given) ? given : { [field]: given }));
    }

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
            world.turn.transition = { path: world.expand(given.value), deferred: given.deferred === true };
        },
        image: function (image) { reply("image", "imageUrl", image); },
        audio: function (audio) { reply("audio", "audioUrl", audio); },
        buttons: function (buttons) {
            var list = world.map(world.isArray(buttons) ? buttons : [buttons], function (button) {
                return typeof button === "string" ? { text: button } : button;
            });
            world.push({ type: "buttons", buttons: list });
        },
        random: function (bound) { return world.host("random", bound); },
        template: function (text) { return world.expand(text); },
        // The client's time zone by its name ("Europe/Moscow"), for the channel's delayed events.
        setClientTimezone: function (zone) { world.host("setClientTimezone", "" + zone, world.replyCount()); }
    });
})(__ringback);
