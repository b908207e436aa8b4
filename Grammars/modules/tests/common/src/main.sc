require: common.js
    module = sys.zb-common
require: dateTime/dateTime.sc
    module = sys.zb-common

theme: /

    state: Words
        q!: words
        script:
            $temp.result = [numberToString(0), numberToString(21), numberToString(2078), numberToString(1000000), numberToString(-5)];
        a: {{ JSON.stringify($temp.result) }}

    state: Ordinals
        q!: ordinals
        script:
            $temp.result = [4, 40, 106, 300, 3000, 21000, 1000000].map(function(number) { return numberToString(number, "ordinal"); });
        a: {{ JSON.stringify($temp.result) }}

    state: Dictionary
        q!: dictionary
        script:
            $temp.result = [resolveInlineDictionary("{Hello/Hi} there"), selectRandomArg("a", "b"), selectRandomArg(["x", "y"]), randomInteger(3, 5), testMode()];
        a: {{ JSON.stringify($temp.result) }}

    state: Chance
        q!: chance
        script:
            $temp.result = [random(1), [random(3), random(3), random(3)].sort()];
        a: {{ JSON.stringify($temp.result) }}

    state: Pages
        q!: pages
        script:
            $temp.result = [paginator([1, 2, 3, 4, 5], 0, 2, "More", "Back"), paginator([1, 2, 3, 4, 5], 2, 2, "More", "Back"), paginator([1, 2, 3, 4, 5], 4, 2, "More", "Back")];
        a: {{ JSON.stringify($temp.result) }}

    state: Link
        q!: link
        script:
            $temp.result = formatLink("See [our page](https://example.org/a) please");
        a: {{ JSON.stringify($temp.result) }}

    state: Gender
        q!: gender
        script:
            $temp.result = ($client.gender = 1, [isMale(), isFemale(), toGender("он", "она", "кто")]);
        a: {{ JSON.stringify($temp.result) }}

    state: State
        q!: state
        script:
            $temp.result = [currentState(), $.request.query, copyObject({ a: { b: 1 } }), checkEnLetters("абв c"), safeValue(undefined, 2)];
        a: {{ JSON.stringify($temp.result) }}

    state: Variables
        q!: variables
        script:
            $temp.result = ($session.name = "Ann", resolveVariables("Hello, {{ $session.name }}"));
        a: {{ JSON.stringify($temp.result) }}

    state: Working
        q!: working
        script:
            $temp.result = [isOff("Europe/Moscow", 8, 20, 9, 17), isOff("Europe/Moscow", 8, 14, 9, 17)];
        a: {{ JSON.stringify($temp.result) }}

    state: Answers
        q!: answers
        script:
            $temp.result = applyCustomAnswers({ hello: { one: "a", two: "b" }, bye: ["c"] }, { hello: { two: "B" }, bye: ["C"] });
        a: {{ JSON.stringify($temp.result) }}

    state: Dates
        q!: dates
        script:
            $temp.result = [toFuture({ value: { hour: 3 } }), toFuture({ value: { hour: 15 } }), toPast({ value: { day: 20, month: 12 } }), isPast({ value: { year: 2015 } }), mergeTwoDateTime({ text: "завтра", value: { days: 1 } }, { text: "в 3", value: { hour: 3 } }).value];
        a: {{ JSON.stringify($temp.result) }}

    state: Checks
        q!: checks
        script:
            $temp.result = [getFullDate("5", true, "future"), getFullDate("1.2", true, "past"), checkDateInPast("9.3.2021", false, "current"), checkDateInFuture("10.3", true, "current"), checkPeriod("11.12", "12.1", "current", "current"), checkPeriodInProgress("1.3", "20.3", false, "current", "current"), dateToString({ day: 1, month: 2, year: 2020 })];
        a: {{ JSON.stringify($temp.result) }}

    state: Business
        q!: business
        script:
            $temp.result = [moment.utc("2021-03-12").addWorkDays(1).format("YYYY-MM-DD"), moment.utc("2021-03-13").isBusinessDay()];
        a: {{ JSON.stringify($temp.result) }}

    state: Carousel
        q!: carousel
        script:
            showImageWText("https://example.org/a.png", "A picture");
        a: done
