import Testing

@Suite struct DayReaderTests {
    @Test(
        "a mistake in a day is told with its line and what is right",
        arguments: [
            ("campaign a", "line 1: A day begins with its moment: from 2026-11-23T10:00 UTC"),
            ("from 2026-11-23T10:00 UTC\nnumber anna", "line 2: A number belongs to a campaign"),
            ("from 2026-11-23T10:00 UTC\ncampaign a\nnoAnser 40s", "line 3: `noAnser` is no line of a day"),
            ("from 2026-11-23T10:00 UTC\ncampaign a\nnoAnswer 40s", "line 3: What a phone answers stands below"),
            ("from 2026-11-23T10:00 UTC\ncampaign a\nnumber b\nnoAnswer soon", "line 4: `soon` is no time"),
            ("from 2026-11-23T10:00 UTC\ncampaign a\npolicy {\"maxAttempts\": -1}", "line 3: maxAttempts"),
            ("from 2026-11-23T10:00 UTC\ncampaign a\nlines none", "line 3: `none` is no number of 1 or more."),
            ("from 2026-11-23T10:00 UTC\n\nat noon pause a", "line 3: `noon` is no moment"),
            ("from 2026-11-23T10:00 UTC\nat 10:15 pause a", "line 2: There is no campaign `a` above."),
            ("from 2026-11-23T10:00 UTC\ncampaign a\ncontact inTurn b", "line 3: There is no number `b` above."),
        ])
    func mistakes(_ text: String, _ begin: String) {
        let fault = #expect(throws: DayFault.self) { try DayReader.read(text) }
        #expect(fault?.description.hasPrefix(begin) == true, "\(fault?.description ?? "none")")
    }
}
