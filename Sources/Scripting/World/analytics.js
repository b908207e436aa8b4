// $analytics: what reports shall show (dsl.md 5.6). Each call is a directive `analytics.NAME`; the dialog goes on as without it.
//
// setSessionData(header, value), setSessionResult(result), setSessionLabel(label, …), setMessageLabel(label, group?), setComment(text),
// setScenarioAction(name)
// joinExperiment(name)  the group of an A/B test; groups are drawn on the platform, here everybody is in "A"
(function (world) {
    "use strict";

    function named(value, call) {
        if (value === undefined || value === null || value === "") world.wrong("$analytics." + call + " takes a text that is not empty.");
        return "" + value;
    }

    world.define("$analytics", {
        setSessionData: function (header, value) {
            world.direct("analytics.setSessionData", { header: named(header, "setSessionData"), value: value === undefined ? null : value });
        },
        setSessionResult: function (result) {
            world.direct("analytics.setSessionResult", { result: named(result, "setSessionResult") });
        },
        setSessionLabel: function () {
            var labels = world.map(arguments, function (label) { return named(label, "setSessionLabel"); });
            world.direct("analytics.setSessionLabel", { labels: labels });
        },
        setMessageLabel: function (label, group) {
            world.direct("analytics.setMessageLabel", {
                label: named(label, "setMessageLabel"), group: group === undefined ? undefined : "" + group
            });
        },
        setComment: function (text) { world.direct("analytics.setComment", { text: named(text, "setComment") }); },
        setScenarioAction: function (name) {
            world.direct("analytics.setScenarioAction", { name: named(name, "setScenarioAction") });
        },
        joinExperiment: function (name) {
            world.direct("analytics.joinExperiment", { name: named(name, "joinExperiment"), group: "A" });
            return "A";
        }
    });
})(__ringback);
