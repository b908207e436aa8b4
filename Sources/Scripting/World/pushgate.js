// $pushgate: events for later (dsl.md 5.8). Directives `pushgate.createEvent` and `pushgate.cancelEvent`; in a console call no such event comes back.
//
// createEvent(time, event, data, channelType?, botId?, userId?)   time: ISO 8601 or a Date
// createEvent(channelType, botId, userId, event, data)            at once
//   → { id, time, event }: `time` is null for an event that comes at once
// cancelEvent(id)
(function (world) {
    "use strict";

    // Ids are told apart by the moment of the turn and a number in it.
    function nextId() {
        world.turn.events = (world.turn.events || 0) + 1;
        return "event-" + world.host("now") + "-" + world.turn.events;
    }

    function isTime(value) { return world.isObject(value) || typeof value === "number" || world.host("isTime", value); }

    function create(time, event, data, channel) {
        if (typeof event !== "string" || event === "") {
            world.wrong("$pushgate.createEvent takes a time, the name of an event and its data, such as (\"2026-11-23T10:00:00\", \"reminder\", {}).");
        }
        var made = { id: nextId(), time: time === undefined ? null : time, event: event };
        world.direct("pushgate.createEvent", world.assign({}, made, { data: data === undefined ? {} : data }, channel));
        return made;
    }

    world.define("$pushgate", {
        createEvent: function (first, second, third, fourth, fifth, sixth) {
            if (!isTime(first) && typeof fourth === "string") {
                return create(undefined, fourth, fifth, { channelType: first, botId: second, userId: third });
            }
            if (!isTime(first)) {
                world.wrong("$pushgate.createEvent takes a time first, such as \"2026-11-23T10:00:00\"; `" + first + "` is none.");
            }
            var channel = fourth === undefined ? {} : { channelType: fourth, botId: fifth, userId: sixth };
            return create(first, second, third, channel);
        },
        cancelEvent: function (id) {
            if (id === undefined || id === null) world.wrong("$pushgate.cancelEvent takes the `id` that createEvent gave.");
            world.direct("pushgate.cancelEvent", { id: "" + id });
        }
    });
})(__ringback);
