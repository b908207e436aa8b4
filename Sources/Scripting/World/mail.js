// $mail: letters (dsl.md 5.8). Nothing is sent from here: each letter is a directive `mail.send`, which whoever runs the bot may carry out.
//
// sendMessage(to, subject, body)                       to: an address or a list of them
// send({ to, subject, content, from, hiddenCopy, … })  settings of a mail server may stand beside; they are not passed on
// config(settings), debug(isOn)                        settings for all later letters; no effect here but for `from` and `hiddenCopy`
//   → { status: "OK" }: the letter was handed over
(function (world) {
    "use strict";

    var config = {};

    function addresses(given, member) {
        var list = world.isArray(given) ? given : given === undefined || given === null ? [] : [given];
        list = world.map(list, function (address) { return "" + address; });
        if (member !== undefined && (list.length === 0 || list[0] === "")) {
            world.wrong("$mail." + member + " needs the address of somebody who gets the letter, such as \"ann@example.com\".");
        }
        return list;
    }

    function text(value) { return value === undefined || value === null ? "" : "" + value; }

    function hand(member, to, subject, body, settings) {
        var letter = { to: addresses(to, member), subject: text(subject), body: text(body) };
        var from = settings.from === undefined ? config.from : settings.from;
        var hidden = settings.hiddenCopy === undefined ? config.hiddenCopy : settings.hiddenCopy;
        if (from !== undefined) letter.from = "" + from;
        if (hidden !== undefined) letter.hiddenCopy = addresses(hidden);
        world.direct("mail.send", letter);
        return { status: "OK" };
    }

    world.define("$mail", {
        sendMessage: function (to, subject, body) { return hand("sendMessage", to, subject, body, {}); },
        send: function (letter) {
            if (!world.isObject(letter)) {
                world.wrong("$mail.send takes an object, such as { to: [\"ann@example.com\"], subject: \"Order\", content: \"Tea\" }.");
            }
            var body = letter.content === undefined ? letter.body : letter.content;
            return hand("send", letter.to, letter.subject, body, letter);
        },
        config: function (settings) {
            if (!world.isObject(settings)) world.wrong("$mail.config takes an object, such as { from: \"bot@example.com\" }.");
            config = world.assign({}, config, settings);
        },
        debug: function () {}
    });
})(__ringback);
