// $dialer: the phone call (dsl.md 5.5, campaigns.md 11).
(function (world) {
    "use strict";

    world.define("$dialer", {
        redial: function (request) { world.host("redial", request, world.replyCount(), arguments.length); },
        hangUp: function (note) {
            world.push(note === undefined ? { type: "hangup" } : { type: "hangup", text: "" + note });
        },
        getCaller: function () { return world.turn.caller; },
        getPayload: function () { return world.parse(world.turn.payload); },
        setCallResult: function (result, payload) { world.direct("setCallResult", { result: result, payload: payload }); },
        reportData: function (header, value, order) {
            world.direct("reportData", { header: header, value: value, order: order === undefined ? 0 : order });
        },
        // Milliseconds, kept between 1000 and 20000.
        setNoInputTimeout: function (milliseconds) {
            world.direct("setNoInputTimeout", { milliseconds: Math.min(Math.max(Number(milliseconds), 1000), 20000) });
        }
    });
})(__ringback);
