import BotModel
import BotRuntime
import Conversations
import Foundation
import Testing

/// Numbers, dates and texts in the ways of a language.
@Suite struct LanguageFormatTests {
    /// The value of an expression at 2026-11-23T09:05:07.089Z, in a call in Moscow.
    private func value(_ expression: String, yaml: String = "") throws -> String {
        var call = try Call("        a: {{\(expression)}}\n", yaml: yaml)
        call.now = Date(timeIntervalSince1970: 1_795_424_707.089)
        call.facts.zone = "Europe/Moscow"
        let happenings = call.hears("x")
        for case .failure(let failure) in happenings { return failure.message }
        for case .reply(let reply) in happenings { return (reply.text ?? "").replacing("\u{a0}", with: "_") }
        return "(nothing)"
    }

    @Test(
        arguments: [
            ("new Date().toLocaleDateString('ru-RU')", "23.11.2026"),
            ("new Date().toLocaleTimeString('ru-RU')", "12:05:07"),
            ("new Date().toLocaleString('ru')", "23.11.2026, 12:05:07"),
            ("new Date().toLocaleString()", "11/23/2026, 12:05:07 PM"),
            ("new Date().toLocaleString('en-US', {timeZone: 'America/New_York'})", "11/23/2026, 4:05:07 AM"),
            ("new Date().toLocaleString('en-GB', {timeZone: 'UTC'})", "23/11/2026, 09:05:07"),
            ("new Date().toLocaleTimeString('ru-RU', {hour: '2-digit', minute: '2-digit'})", "12:05"),
            (
                "new Date(0).toLocaleTimeString('en-US', {hour: '2-digit', minute: '2-digit', timeZone: 'UTC'})",
                "12:00 AM"
            ),
            ("new Date().toLocaleTimeString('en-US', {hour: '2-digit', hour12: false, timeZone: 'UTC'})", "09"),
            (
                "new Date().toLocaleTimeString('en-US', {hour: '2-digit', minute: 'numeric', timeZone: 'UTC'})",
                "09:05 AM"
            ),
            (
                "new Date().toLocaleDateString('ru-RU', {weekday: 'long', day: 'numeric', month: 'long'})",
                "понедельник, 23 ноября"
            ),
            (
                "new Date().toLocaleDateString('de', {year: 'numeric', month: 'long', day: 'numeric'})",
                "23. November 2026"
            ),
            ("new Date().toLocaleDateString('kk', {month: 'long', day: 'numeric'})", "23 қараша"),
            ("new Date().toLocaleDateString('en-US', {month: 'short'})", "Nov"),
            ("new Date().toLocaleDateString('ru', {timeZone: 'Asia/Vladivostok', hour: 'numeric'})", "23.11.2026, 19"),
            ("new Date().toLocaleString('ru', {dateStyle: 'medium', timeStyle: 'short'})", "23 нояб. 2026 г., 12:05"),
            ("new Date().toLocaleTimeString('en-US', {timeZoneName: 'short'})", "12:05:07 PM GMT+3"),
            ("new Date(NaN).toLocaleString('ru')", "Invalid Date"),
            ("new Intl.DateTimeFormat('ru-RU').format(new Date())", "23.11.2026"),
            ("Intl.DateTimeFormat().resolvedOptions().timeZone", "Europe/Moscow"),
            (
                "new Intl.DateTimeFormat('en', {hour: 'numeric', hourCycle: 'h23', minute: 'numeric'}).format(0)",
                "03:00"
            ),
        ])
    func dates(expression: String, expected: String) throws { #expect(try value(expression) == expected) }

    @Test(
        arguments: [
            ("(1234567.8915).toLocaleString('ru-RU')", "1_234_567,892"), ("(1234.5).toLocaleString()", "1,234.5"),
            ("(1234.5).toLocaleString('de')", "1.234,5"), ("(1234567).toLocaleString('kk')", "1_234_567"),
            ("(0.256).toLocaleString('ru', {style: 'percent'})", "26_%"),
            ("(1234.5).toLocaleString('ru-RU', {style: 'currency', currency: 'RUB'})", "1_234,50_₽"),
            ("(1234.5).toLocaleString('en-US', {style: 'currency', currency: 'USD'})", "$1,234.50"),
            ("(5).toLocaleString('en', {minimumFractionDigits: 2})", "5.00"),
            ("(5.555).toLocaleString('en', {maximumFractionDigits: 1})", "5.6"),
            ("(2.5).toLocaleString('en', {maximumFractionDigits: 0})", "3"),
            ("(7).toLocaleString('en', {minimumIntegerDigits: 2})", "07"),
            ("(123456).toLocaleString('en', {maximumSignificantDigits: 2})", "120,000"),
            ("(12345).toLocaleString('en', {useGrouping: false})", "12345"),
            ("new Intl.NumberFormat('ru-RU', { style: 'decimal' }).format(40817810)", "40_817_810"),
            ("(-Infinity).toLocaleString('ru')", "-∞"), ("NaN.toLocaleString('en')", "NaN"),
            ("[1234.5, 2].toLocaleString()", "1,234.5,2"),
            (
                "[1, 2, 5, 11, 21, 1.5].map(n => new Intl.PluralRules('ru').select(n)).join()",
                "one,few,many,many,one,other"
            ),
            (
                "[1, 2, 3, 4, 11].map(n => new Intl.PluralRules('en', {type: 'ordinal'}).select(n)).join()",
                "one,two,few,other,other"
            ),
            ("['ж', 'ё', 'е', 'a', 'Ж'].sort((a, b) => a.localeCompare(b, 'ru')).join('')", "еёжЖa"),
            ("'a10'.localeCompare('a9', 'en', {numeric: true})", "1"),
            ("'ё'.localeCompare('Е', 'ru', {sensitivity: 'base'})", "0"),
            ("['b', 'a'].sort(new Intl.Collator('en').compare).join()", "a,b"),
        ])
    func numbersAndTexts(expression: String, expected: String) throws { #expect(try value(expression) == expected) }

    @Test(arguments: [
        ("new Date().toLocaleString('ru_RU')", "Incorrect locale information provided"),
        ("new Date().toLocaleString('ru', {timeZone: 'Mars/Base'})", "Invalid time zone specified"),
        ("new Intl.DateTimeFormat('ru', {timeZone: 'x'})", "Invalid time zone specified"),
        ("new Date().toLocaleDateString('ru', {month: 'big'})", "out of range for the option month"),
        ("(1).toLocaleString('ru', {style: 'currency'})", "Currency code is required"),
        ("(1).toLocaleString('ru', {minimumFractionDigits: -1})", "out of range"),
        ("(1).toLocaleString('ru', {minimumFractionDigits: 9, maximumFractionDigits: 1})", "out of range"),
        ("(1).toLocaleString(5)", "TypeError"), ("(1).toLocaleString('ru', null)", "TypeError"),
    ])
    func mistakes(expression: String, expected: String) throws {
        let message = try value(expression)
        #expect(message.contains(expected), "\(message)")
    }

    // MARK: $jsapi.dateForZone

    @Test(
        arguments: [
            ("dd.MM", "23.11"), ("yyyy-MM-dd HH:mm:ss.SSS", "2026-11-23 12:05:07.089"), ("YYYY-MM-dd", "2026-11-23"),
            ("d MMMM yy, EEEE", "23 ноября 26, понедельник"), ("EEE MMM LLLL", "Пн ноя Ноябрь"), ("h:mm a", "12:05 PM"),
            ("k K H hh", "12 0 12 12"), ("Z z X XXX", "+0300 GMT+03:00 +03 +03:00"), ("D w u G", "327 48 1 н.э."),
            ("'день' d ''HH''", "день 23 '12'"), ("'o''clock'", "o'clock"), ("", ""), ("…, 1", "…, 1"),
        ])
    func javaPatternsInRussianUncertain(pattern: String, expected: String) throws {
        let quoted = pattern.replacing("\"", with: "\\\"")
        let found = try value("$jsapi.dateForZone(\"Europe/Moscow\", \"\(quoted)\")", yaml: "language: ru\n")
        #expect(found == expected || expected.isEmpty && found == "(nothing)")
    }

    @Test(arguments: [
        ("'Europe/Moscow', 'EEE, MMM d yyyy'", "Mon, Nov 23 2026"), ("'UTC', 'HH z X'", "09 UTC Z"),
        ("'America/New_York', 'EEEE w'", "Monday 48"), ("'Mars/Base', 'dd'", "$jsapi.dateForZone"),
        ("'UTC', 'dd jj'", "letter `j` means nothing"), ("'UTC', '\\'open'", "quote"),
        ("'UTC'", "takes a zone and a pattern"),
    ])
    func javaPatternsInEnglish(arguments: String, expected: String) throws {
        let found = try value("$jsapi.dateForZone(\(arguments))")
        #expect(found.contains(expected), "\(found)")
    }
}
