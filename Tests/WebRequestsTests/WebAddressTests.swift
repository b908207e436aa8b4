import Foundation
import Testing
import WebRequests

@Suite struct WebAddressTests {
    private func filled(_ template: String, _ values: [String: String]) -> String {
        WebAddress.filled(template) { values[$0] }
    }

    @Test func placesAreFilledAndEncoded() {
        #expect(
            filled("http://a.b/${path}/?p=${p}&q=${q}", ["path": "путь x", "p": "value 1", "q": "a=b&c"])
                == "http://a.b/%D0%BF%D1%83%D1%82%D1%8C%20x/?p=value+1&q=a%3Db%26c")
        #expect(filled("http://a.b/${x}${y}", ["x": "1"]) == "http://a.b/1${y}")
        #expect(filled("http://a.b/${x", ["x": "1"]) == "http://a.b/${x")
        #expect(WebAddress.places(in: "${a}?${b}=${a}") == ["a", "b"])
    }

    @Test func whatIsEncodedStays() {
        #expect(
            WebAddress.sendable("http://ж.b/%41 путь?a=b+c|d") == "http://ж.b/%41%20%D0%BF%D1%83%D1%82%D1%8C?a=b+c%7Cd")
        #expect(WebAddress.sendable("http://a.b") == "http://a.b")
        #expect(WebAddress.sendable(WebAddress.sendable("http://a.b/ж ж")) == WebAddress.sendable("http://a.b/ж ж"))
    }

    @Test func forms() {
        #expect(WebAddress.form([("a b", "c&d"), ("e", "")]) == "a+b=c%26d&e=")
    }

    /// What was filled in can be read again, whatever it is.
    @Test func aValueComesBack() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let value = String(
                String.UnicodeScalarView(
                    (0..<8).compactMap { _ in UnicodeScalar(UInt32.random(in: 1...0x2FFF, using: &random)) }))
            let address = filled("http://a.b/?x=${x}", ["x": value])
            let back = URLComponents(string: address.replacingOccurrences(of: "+", with: "%20"))?.queryItems?.first?
                .value
            #expect(back == value)
        }
    }
}
