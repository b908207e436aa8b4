// $reactions: what the tags of a state do, from a script (dsl.md 5.2).
(function (world) {
    "use strict";

    function reply(type, field, given) {
        world.push(Object.assign({ type: type }, given !== null && typeof given === "object" ? given : { [field]: given }));
    }

    world.define("$reactions", {
        answer: function (answer) {
            var given = answer !== null && typeof answer === "object" ? answer : { value: answer };
            var reply = { type: "text", text: world.expand(given.value) };
            Object.keys(given).forEach(function (name) { if (name !== "value") reply[name] = given[name]; });
            if (reply.text !== "") world.push(reply);
        },
        transition: function (target) {
            var given = target !== null && typeof target === "object" ? target : { value: target };
            world.turn.transition = { path: world.expand(given.value), deferred: given.deferred === true };
        },
        image: function (image) { reply("image", "imageUrl", image); },
        audio: function (audio) { reply("audio", "audioUrl", audio); },
        buttons: function (buttons) {
            var list = (Array.isArray(buttons) ? buttons : [buttons]).map(function (button) {
                return typeof button === "string" ? { text: button } : button;
            });
            world.push({ type: "buttons", buttons: list });
        },
        random: function (bound) { return world.host("random", bound); },
        template: function (text) { return world.expand(text); }
    });
})(__ringback);
