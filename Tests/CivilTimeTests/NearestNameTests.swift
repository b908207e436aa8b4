import CivilTime
import Testing

struct NearestNameTests {
    @Test(arguments: [
        ("maxAttemps", "maxAttempts"), ("startDatetime", "startDateTime"), ("finishDate", nil), ("priority", nil),
        ("", nil),
        ("x", nil), ("MAXATTEMPTS", "maxAttempts"), ("amxAttempts", "maxAttempts"),
    ])
    func isMeant(text: String, name: String?) {
        #expect(nearestName(to: text, among: ["startDateTime", "finishDateTime", "maxAttempts"]) == name)
    }
}
