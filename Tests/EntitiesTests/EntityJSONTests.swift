import Entities
import Testing

/// The shapes of values, as Duckling's JSON has them, and as scripts see them.
struct EntityJSONTests {
    private func value(_ phrase: String, _ dimension: Dimension) -> EntityValue? {
        Rules.english.entities(in: phrase, at: Rules.moment, dimensions: [dimension]).first?.value
    }

    @Test(arguments: [
        ("42", Dimension.number, #"{"value":42,"type":"value"}"#), ("1.5", .number, #"{"value":1.5,"type":"value"}"#),
        ("third", .ordinal, #"{"value":3,"type":"value"}"#),
        (
            "2 minutes", .duration,
            #"{"value":2,"minute":2,"type":"value","unit":"minute","normalized":{"value":120,"unit":"second"}}"#
        ),
        ("ten dollars", .amountOfMoney, #"{"value":10,"type":"value","unit":"$"}"#),
        (
            "between 10 and 20 dollars", .amountOfMoney,
            #"{"from":{"value":10,"unit":"$"},"to":{"value":20,"unit":"$"},"type":"interval"}"#
        ),
        ("at least 40 degrees", .temperature, #"{"from":{"value":40,"unit":"degree"},"type":"interval"}"#),
        ("2 cups of sugar", .quantity, #"{"value":2,"type":"value","product":"sugar","unit":"cup"}"#),
        ("me@example.com", .email, #"{"value":"me@example.com"}"#),
        ("https://example.com/a", .url, #"{"domain":"example.com","value":"https://example.com/a","type":"value"}"#),
        ("4111 1111 1111 1111", .creditCardNumber, #"{"value":"4111111111111111","issuer":"visa"}"#),
        ("+1 650 555 1234", .phoneNumber, #"{"value":"(+1) 6505551234"}"#),
    ])
    func ducklings(_ phrase: String, _ dimension: Dimension, _ json: String) {
        #expect(value(phrase, dimension)?.json == json)
    }

    @Test func timesHaveTheirOtherReadings() {
        let json = value("tomorrow at five", .time)?.json
        #expect(
            json
                == #"{"values":[{"value":"2013-02-13T05:00:00.000-02:00","grain":"hour","type":"value"},{"value":"2013-02-13T17:00:00.000-02:00","grain":"hour","type":"value"}],"value":"2013-02-13T05:00:00.000-02:00","grain":"hour","type":"value"}"#
        )
        let interval = value("tomorrow from 3 to 5 pm", .time)?.json
        #expect(
            interval?.contains(
                #""from":{"value":"2013-02-13T15:00:00.000-02:00","grain":"hour"},"to":{"value":"2013-02-13T18:00:00.000-02:00","grain":"hour"},"type":"interval"}"#
            ) == true)
        let open = value("after 3 pm", .time)?.json
        #expect(
            open?.hasSuffix(#""from":{"value":"2013-02-12T15:00:00.000-02:00","grain":"hour"},"type":"interval"}"#)
                == true)
    }

    @Test func scriptsSeeThePartsOfATime() {
        #expect(
            value("tomorrow at 5 pm", .time)?.scriptJSON
                == #"{"year":2013,"month":2,"day":13,"hour":17,"minute":0,"second":0,"timestamp":1360782000000,"value":"2013-02-13T17:00:00.000-02:00","grain":"hour"}"#
        )
        #expect(value("ten dollars", .amountOfMoney)?.scriptJSON == #"{"value":10,"type":"value","unit":"$"}"#)
        #expect(value("42", .number)?.scriptJSON == "42")
    }
}
