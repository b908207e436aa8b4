// Functions that all files of the library share, and that bots call.
//
// `log`, `capitalize`, `parseXml`, `toPrettyString`, `currentDate` and the short form `$.session` of `$jsapi.context().session` are the
// runtime's own and not made here a second time.

var $global = this;
$global.$converters = $global.$converters || {};
var cnv = $global.$converters;

// MARK: Values of parse trees

// The nodes right below a node, in the order in which it has them.
cnv.nodesBelow = function(node) {
    return Object.keys(node).reduce(function(nodes, name) {
        var isMember = name === "words" || name === "value" || name.charAt(0) === "_";
        return isMember || !Array.isArray(node[name]) ? nodes : nodes.concat(node[name]);
    }, []);
};

// All values of a node: its own one, else those of the nodes below it.
cnv.collectParseTreeValues = function(parseTree) {
    if (parseTree.value !== undefined) return [parseTree.value];
    return cnv.nodesBelow(parseTree).reduce(function(values, node) {
        return values.concat(cnv.collectParseTreeValues(node));
    }, []);
};

// The first value at or below a node.
cnv.propagateConverter = function(parseTree) {
    return cnv.collectParseTreeValues(parseTree)[0];
};

// The value of the first node of a list, or another one when there is no list: `safeValue($parseTree.Number, 1)`.
function safeValue(tag, def) {
    return tag === undefined ? def : tag[0].value;
}

// MARK: Answers of servers

function parseHttpResponse(data) {
    return data;
}

function parseXmlHttpResponse(str) {
    return str;
}

function parseJsonError(str) {
    return JSON.parse(str);
}

function httpError(response, status, error) {
    return error;
}

// MARK: Texts

// Whether a text has Latin letters.
function checkEnLetters(text) {
    return /[a-z]/i.test(text);
}

// A text with the values of its {{ }}.
function resolveVariables(string) {
    var context = $jsapi.context();
    return $reactions.template(string, context);
}

// "{Hello/Hi} there" with one of the words in each pair of braces, the first one in tests.
function resolveInlineDictionary(string) {
    return string ? String(string).replace(/\{[^{}\/]*(?:\/[^{}\/]*)+\}/g, inlineDictionaryReplacer) : "";
}

function inlineDictionaryReplacer(match) {
    var words = match.slice(1, -1).split("/");
    return words[randomInteger(0, words.length - 1)];
}

// "[our page](https://a.b)" as a link of HTML.
function formatLink(str) {
    return String(str)
        .replace(/\[([^\[\]]*)\]\(([^()\s]*)\)/g, "<a href=\"$2\" target=\"_blank\">$1</a>")
        .replace(/(^|\s)(https?:\/\/[^\s<>"]+)/g, "$1<a href=\"$2\" target=\"_blank\">$2</a>");
}

// MARK: Chance

function testMode() {
    return Boolean($jsapi.context().testContext);
}

// A whole number from min to max; in tests min.
function randomInteger(min, max) {
    return testMode() ? min : min + Math.floor(Math.random() * (max - min + 1));
}

// One of the arguments, or of the list that is the only one; in tests the first.
function selectRandomArg() {
    var choice = arguments.length === 1 && Array.isArray(arguments[0]) ? arguments[0] : arguments;
    return choice[testMode() ? 0 : $reactions.random(choice.length)];
}

function randomIndex(array) {
    return randomInteger(0, array.length - 1);
}

// The value of one record of a dictionary.
function getRandomElement(dict) {
    var ids = Object.keys(dict);
    return dict[ids[randomIndex(ids)]].value;
}

// A number from 0 to just below the bound. In one state none comes twice before all have come; the session remembers which.
function random(upperBound) {
    if (typeof upperBound !== "number") throw new Error("random(upperBound) needs a number, not " + typeof upperBound);
    if (upperBound <= 1) return 0;
    var session = $jsapi.context().session;
    var id = [currentState(), upperBound].join(" of ");
    session.smartRandom = session.smartRandom || {};
    if (!session.smartRandom[id] || session.smartRandom[id].indexOf(0) < 0) {
        session.smartRandom[id] = new Array(upperBound);
        fillWithZero(id);
    }
    var free = [];
    session.smartRandom[id].forEach(function(wasGiven, index) { if (!wasGiven) free.push(index); });
    var chosen = free[Math.floor(Math.random() * free.length)];
    session.smartRandom[id][chosen] = 1;
    return chosen;
}

// Forgets which numbers `random` has given.
function fillWithZero(id) {
    var given = $jsapi.context().session.smartRandom[id];
    for (var index = 0; index < given.length; index++) given[index] = 0;
}

// MARK: The dialog

function currentState() {
    return $jsapi.context().currentState;
}

// Whether `$global.themes`, which a bot may fill, names a theme.
function themeExists(theme) {
    return Array.isArray($global.themes) && $global.themes.indexOf(theme) >= 0;
}

// Ready answers with the bot's own in their places.
function applyCustomAnswers(common, custom) {
    var merged = Object.assign({}, common);
    Object.keys(custom || {}).forEach(function(key) {
        var both = [common[key], custom[key]];
        var areGroups = both.every(function(one) { return one && typeof one === "object" && !Array.isArray(one); });
        merged[key] = areGroups ? applyCustomAnswers(both[0], both[1]) : both[1];
    });
    return merged;
}

// `$client.gender` is 0 for men and 1 for women.
function isMale() {
    return String($jsapi.context().client.gender) === "0";
}

function isFemale() {
    return String($jsapi.context().client.gender) === "1";
}

// The text for a man, for a woman, for somebody who has not said.
function toGender(text1, text2, text3) {
    if (isMale()) return text1;
    return isFemale() ? text2 : text3;
}

// Whether now is outside of the working hours: of weekdays from the one hour to the other, of Saturday and Sunday from the third to the fourth.
function isOff(zone, weekdayEarlyHour, weekdayEveningHour, holidayEarlyHour, holidayEveningHour) {
    var now = new Date($jsapi.timeForZone(zone));
    var isHoliday = now.getUTCDay() % 6 === 0;
    var hour = now.getUTCHours();
    return isHoliday
        ? hour < holidayEarlyHour || hour >= holidayEveningHour
        : hour < weekdayEarlyHour || hour >= weekdayEveningHour;
}

// MARK: Replies

function commonReplies() {
    var response = $jsapi.context().response;
    response.replies = response.replies || [];
    return response.replies;
}

// A picture and a text in one message.
function showImageWText(url, text) {
    commonReplies().push({ type: "image", imageUrl: url, text: text });
}

// The records of a dictionary (an id or a list of ids) as cards that can be turned.
function showCarousel(object, dict, title) {
    var ids = [].concat(object);
    if (!ids.every(isRecordId)) return "showCarousel needs an id of the dictionary, or a list of ids";
    var cards = ids.map(function(id) { return _.pick(dict[id].value, "title", "description", "image", "url", "btnText"); });
    commonReplies().push({ type: "carousel", text: title, content: cards });
}

function isRecordId(id) {
    return ["string", "number"].indexOf(typeof id) >= 0;
}

// A page of buttons from a place on, with those that turn the page.
function paginator(elements, position, numOfButtons, moreButton, backButton) {
    var page = elements.slice(position, position + numOfButtons);
    if (position > 0) page.unshift(backButton);
    if (position + numOfButtons < elements.length) page.push(moreButton);
    return page;
}

// Adds what was said in this request to `$session.savedDialog`. For a `postProcess` handler.
function saveDialog(html) {
    var context = $jsapi.context();
    var lineEnd = html ? "</br>" : "\n";
    var lines = context.session.savedDialog || "";
    if (context.request.query && context.request.query !== "/start") lines += "Client: " + context.request.query + lineEnd;
    commonReplies().forEach(function(reply) {
        if (reply.type !== "text") return;
        lines += "Bot: " + (/\[.*\]\(.*\)/.test(reply.text) ? formatLink(reply.text) : reply.text) + lineEnd + lineEnd;
    });
    context.session.savedDialog = lines;
}

// "[our page](https://a.b)" as "our page (https://a.b)".
function commonPlainLinks(text, end) {
    return text.replace(/\[([^\[\]]+)\]\(([^()]+)\)/g, function(whole, name, link) {
        return name + " (" + link + (end ? end(link) : ")");
    });
}

// Texts as the channels show them well. For a `postProcess` handler.
var commonChannelTexts = {
    vk: function(text) { return commonPlainLinks(text); },
    viber: function(text) {
        // A blank behind the link, for the app takes the bracket as a part of it; other signs where it would draw a face or a date.
        var links = commonPlainLinks(text, function(link) { return link.indexOf(".php?") < 0 ? ")" : " )"; });
        return links.split("):").join(")\uA789").split(/(?<=\d)-/).join("\u2012");
    },
    chatwidget: function(text) { return text.split("\n").join("<br>"); }
};

function modifyResponse() {
    var channel = $jsapi.context().request.channelType;
    commonReplies().forEach(function(reply) {
        if (reply.type !== "text") return;
        if (commonChannelTexts[channel]) reply.text = commonChannelTexts[channel](reply.text);
        if (channel === "telegram" && !reply.markup) reply.markup = "markdown";
    });
}

function copyObject(obj) {
    return JSON.parse(JSON.stringify(obj));
}

// MARK: Numbers in words

// The words of numbers in Russian: as they are, as ordinals, and in front of "тысячный".
var commonNumberWords = {
    units: ["ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "одиннадцать",
        "двенадцать", "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать", "семнадцать", "восемнадцать", "девятнадцать"],
    tens: ["", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"],
    hundreds: ["", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот"],
    feminine: { 1: "одна", 2: "две" },
    scales: [[1e9, "миллиард", "миллиарда", "миллиардов"], [1e6, "миллион", "миллиона", "миллионов"],
        [1e3, "тысяча", "тысячи", "тысяч"]],
    ordinals: {
        0: "нулевой", 1: "первый", 2: "второй", 3: "третий", 4: "четвёртый", 5: "пятый", 6: "шестой", 7: "седьмой", 8: "восьмой",
        9: "девятый", 40: "сороковой", 100: "сотый", 200: "двухсотый", 300: "трёхсотый", 400: "четырёхсотый"
    },
    stems: { 1: "одно", 2: "двух", 3: "трёх", 4: "четырёх", 8: "восьми", 40: "сорока", 90: "девяносто", 100: "сто", 200: "двухсот",
        300: "трёхсот", 400: "четырёхсот" }
};

// 3 as "три" or, for the category "ordinal", "третий". At most 999 999 999 999, of ordinals 1 000 000.
function numberToString(number, category) {
    if (typeof number !== "number" || number % 1 !== 0) throw new Error("numberToString needs a whole number, not " + number);
    if (number < 0) return "минус " + numberToString(-number, category);
    if (number >= 1e12) throw new Error("numberToString knows numbers below 1000000000000, not " + number);
    if (category === undefined || category === "cardinal") return commonCardinal(number);
    if (category !== "ordinal") throw new Error("Unknown number category: " + category);
    if (number > 1e6) throw new Error("Number too large to get ordinal category: " + number);
    return commonOrdinal(number);
}

// The words of a number below 1000, by the value that each of them has.
function commonRoundParts(number) {
    var parts = [number - number % 100];
    number %= 100;
    if (number >= 20) parts.push(number - number % 10, number % 10);
    else parts.push(number);
    return parts.filter(function(part) { return part > 0; });
}

function commonNumberWord(part) {
    if (part >= 100) return commonNumberWords.hundreds[part / 100];
    return part >= 20 ? commonNumberWords.tens[part / 10] : commonNumberWords.units[part];
}

function commonCardinal(number) {
    if (number === 0) return commonNumberWords.units[0];
    var words = [];
    commonNumberWords.scales.forEach(function(scale) {
        var count = Math.floor(number / scale[0]);
        number %= scale[0];
        if (count === 0) return;
        commonRoundParts(count).forEach(function(part) {
            words.push(scale[0] === 1e3 && commonNumberWords.feminine[part] || commonNumberWord(part));
        });
        var last = count % 100 > 10 && count % 100 < 20 ? 0 : count % 10;
        words.push(last === 1 ? scale[1] : last > 1 && last < 5 ? scale[2] : scale[3]);
    });
    return words.concat(commonRoundParts(number).map(commonNumberWord)).join(" ");
}

function commonOrdinal(number) {
    if (number === 1e6) return "миллионный";
    if (number > 0 && number % 1000 === 0) return commonThousandth(number / 1000);
    var parts = commonRoundParts(number % 1000);
    var last = parts.length ? parts[parts.length - 1] : 0;
    var rest = number - last;
    var word = commonNumberWords.ordinals[last];
    if (!word && last >= 500) word = commonNumberStem(last) + "ый";
    if (!word) word = last >= 50 ? commonNumberStem(last).replace(/и$|о$/, "") + "ый" : commonNumberWord(last).replace(/ь$/, "") + "ый";
    return (rest ? commonCardinal(rest) + " " : "") + word;
}

// What a number is in front of another word: "двадцати", "пятисот".
function commonNumberStem(part) {
    var stem = commonNumberWords.stems[part];
    if (stem) return stem;
    if (part >= 500) return commonNumberStem(part / 100) + "сот";
    return part >= 50 ? commonNumberStem(part / 10) + "десяти" : commonNumberWord(part).replace(/ь$/, "и");
}

function commonThousandth(thousands) {
    return (thousands === 1 ? "" : commonRoundParts(thousands).map(commonNumberStem).join("")) + "тысячный";
}

// MARK: Moments. A `dateTime` is a node of $DateTime, "now" is in the time zone of the request.

// The moment that is meant, an object of moment.js.
function toMoment(dateTime) {
    return cnv.absoluteDateTimeConverter(dateTime.value);
}

function dayStart(day) {
    return day.clone().startOf("day");
}

function dayEnd(day) {
    return dayStart(day).add(1, "days");
}

// The nearest such moment that is still to come, or has passed, in seconds of Unix time. The node gets what was not said.
function toFuture(dateTime) {
    return commonNearest(dateTime, 1);
}

function toPast(dateTime) {
    return commonNearest(dateTime, -1);
}

function commonNearest(dateTime, direction) {
    var value = dateTime.value, now = cnv.absoluteDateTimeConverter({}), found = toMoment(dateTime);
    var isRelative = ["years", "months", "weeks", "days", "hours", "minutes", "seconds"].some(function(unit) {
        return value[unit] !== undefined;
    });
    var period = value.month !== undefined ? "years" : value.day !== undefined ? "months" : "days";
    if (!isRelative && value.year === undefined && (found.valueOf() - now.valueOf()) * direction < 0) found.add(direction, period);
    value.year = found.year();
    value.month = found.month() + 1;
    value.day = found.date();
    ["hour", "minute", "second"].forEach(function(unit) { value[unit] = found[unit](); });
    return found.unix();
}

function isPast(dateTime) {
    return toMoment(dateTime).valueOf() < cnv.absoluteDateTimeConverter({}).valueOf();
}

// Whether `$request.data.offset` says how many minutes from Greenwich the caller is.
function checkOffset() {
    var data = $jsapi.context().request.data;
    return Boolean(data && data.offset !== undefined);
}

function hasDateRelative(date) {
    return date.DateRelative;
}

// One node of two: what the first one leaves open is taken from the second.
function mergeTwoDateTime(dt1, dt2) {
    return {
        tag: "DateTime", pattern: "DateTime", text: [dt1.text, dt2.text].join(" ").trim(),
        words: [].concat(dt1.words || [], dt2.words || []),
        value: Object.assign({}, dt1.value, dt2.value, dt1.value)
    };
}
