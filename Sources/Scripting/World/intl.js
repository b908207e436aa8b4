// Numbers, dates and texts in the ways of a language: `toLocaleString` and the like, and of `Intl` what is listed at the end.
//
// The host formats (`LocaleFormats`), with the names and rules of a language as other JavaScript engines have them. Without a language
// it is `en-US`; without `timeZone` the zone is the call's. What cannot be meant is a RangeError, as elsewhere.
(function (world) {
    "use strict";

    var dateOptions = ["timeZone", "weekday", "era", "year", "month", "day", "hour", "minute", "second", "fractionalSecondDigits",
        "hour12", "hourCycle", "timeZoneName", "dateStyle", "timeStyle"];
    var numberOptions = ["style", "currency", "currencyDisplay", "useGrouping", "minimumIntegerDigits", "minimumFractionDigits",
        "maximumFractionDigits", "minimumSignificantDigits", "maximumSignificantDigits"];
    var collatorOptions = ["numeric", "sensitivity", "caseFirst"];

    // Errors and methods that a script may have replaced by the time it calls.
    var RangeFault = RangeError, TypeFault = TypeError;
    var getTime = Function.prototype.call.bind(Date.prototype.getTime);
    var valueOfNumber = Function.prototype.call.bind(Number.prototype.valueOf);
    var makeDate = Date, toNumber = Number, isFinite = Number.isFinite;

    // The members that count, as texts, flags and numbers; getters of the script run here and not in the host.
    function chosen(options, names) {
        if (options === undefined) return {};
        if (options === null) throw new TypeFault("the options of a format are an object");
        var result = {};
        for (var index = 0; index < names.length; index++) {
            var value = options[names[index]];
            if (value === undefined) continue;
            result[names[index]] = typeof value === "boolean" || typeof value === "number" ? value : "" + value;
        }
        return result;
    }

    // The first language that is asked for.
    function language(given) {
        if (given === undefined) return "en-US";
        if (world.isArray(given)) return given.length ? language(given[0]) : "en-US";
        if (typeof given !== "string" && !world.isObject(given)) throw new TypeFault("a language is a text such as \"ru-RU\"");
        return "" + given;
    }

    function asked(name, value, locale, options) {
        var answer = world.host(name, value, locale, options);
        if (answer.fault !== undefined) throw new RangeFault(answer.fault);
        return answer.text;
    }

    // `needed` and `usual`: what is shown when the options name nothing of it ("date", "time", "any", "all").
    function formatDate(milliseconds, locale, options, needed, usual) {
        if (milliseconds !== milliseconds) return "Invalid Date";
        return asked("formatDate", milliseconds, locale, world.assign({ needed: needed, usual: usual }, options));
    }

    function formatNumber(value, locale, options) {
        if (typeof value === "bigint") value = toNumber(value);
        return asked("formatNumber", +value, locale, options);
    }

    function compare(left, right, locale, options) {
        if (left === right) return 0;
        var answer = world.host("compareTexts", left, right, locale, options);
        if (answer.fault !== undefined) throw new RangeFault(answer.fault);
        return answer.order;
    }

    function dateMethod(needed, usual) {
        return function (locales, options) {
            return formatDate(getTime(this), language(locales), chosen(options, dateOptions), needed, usual);
        };
    }

    // date.toLocaleString(languages?, options?), toLocaleDateString, toLocaleTimeString: a text.
    world.hide(Date.prototype, "toLocaleString", dateMethod("any", "all"));
    world.hide(Date.prototype, "toLocaleDateString", dateMethod("date", "date"));
    world.hide(Date.prototype, "toLocaleTimeString", dateMethod("time", "time"));

    // number.toLocaleString(languages?, options?): a text.
    world.hide(Number.prototype, "toLocaleString", function (locales, options) {
        return formatNumber(valueOfNumber(this), language(locales), chosen(options, numberOptions));
    });

    // text.localeCompare(other, languages?, options?): -1, 0 or 1.
    world.hide(String.prototype, "localeCompare", function (other, locales, options) {
        return compare("" + this, "" + other, language(locales), chosen(options, collatorOptions));
    });

    // A class of Intl: `make(locale, options)` gives its methods. It may be called without `new`.
    function formatClass(name, names, make) {
        function Format(locales, options) {
            var locale = language(locales), kept = chosen(options, names);
            var result = new.target === undefined ? world.create(Format.prototype) : this;
            world.assign(result, make(locale, kept));
            result.resolvedOptions = function () { return world.assign({ locale: locale }, kept); };
            return result;
        }
        Format.supportedLocalesOf = function (locales) { return world.isArray(locales) ? locales : locales === undefined ? [] : [locales]; };
        Object.defineProperty(Format, "name", { value: name });
        return Format;
    }

    // Which form of a word goes with a number: "one", "few", "many" or "other" (for ordinals "two", too).
    function pluralForm(number, locale, isOrdinal) {
        var tongue = locale.slice(0, 2), last = number % 10, two = number % 100;
        if (number < 0) return pluralForm(-number, locale, isOrdinal);
        var isWhole = isFinite(number) && number % 1 === 0;
        if (isOrdinal) {
            if (tongue !== "en" || !isWhole) return "other";
            return two > 10 && two < 14 ? "other" : last === 1 ? "one" : last === 2 ? "two" : last === 3 ? "few" : "other";
        }
        switch (tongue) {
        case "ja": case "zh": case "ko": case "vi": case "th": case "id": return "other";
        case "fr": case "pt": return number < 2 ? "one" : "other";
        case "ru": case "uk": case "be":
            if (!isWhole) return "other";
            return last === 1 && two !== 11 ? "one" : last > 1 && last < 5 && (two < 12 || two > 14) ? "few" : "many";
        case "pl":
            if (!isWhole) return "other";
            return number === 1 ? "one" : last > 1 && last < 5 && (two < 12 || two > 14) ? "few" : "many";
        case "cs": case "sk": return !isWhole ? "many" : number === 1 ? "one" : number > 1 && number < 5 ? "few" : "other";
        default: return number === 1 ? "one" : "other";
        }
    }

    world.define("Intl", {
        // new Intl.DateTimeFormat(languages?, options?).format(date?)
        DateTimeFormat: formatClass("DateTimeFormat", dateOptions, function (locale, options) {
            if (options.timeZone === undefined) options.timeZone = world.host("zoneName");
            // A zone that is none is said when the format is made.
            formatDate(0, locale, options, "any", "date");
            return {
                format: function (date) {
                    return formatDate(date === undefined ? makeDate.now() : +date, locale, options, "any", "date");
                }
            };
        }),
        // new Intl.NumberFormat(languages?, options?).format(number)
        NumberFormat: formatClass("NumberFormat", numberOptions, function (locale, options) {
            formatNumber(0, locale, options);
            return { format: function (number) { return formatNumber(number, locale, options); } };
        }),
        // new Intl.PluralRules(languages?, { type: "cardinal" | "ordinal" }).select(number)
        PluralRules: formatClass("PluralRules", ["type"], function (locale, options) {
            return { select: function (number) { return pluralForm(+number, locale, options.type === "ordinal"); } };
        }),
        // new Intl.Collator(languages?, { numeric, sensitivity }).compare(left, right)
        Collator: formatClass("Collator", collatorOptions, function (locale, options) {
            return { compare: function (left, right) { return compare("" + left, "" + right, locale, options); } };
        })
    });
})(__ringback);
