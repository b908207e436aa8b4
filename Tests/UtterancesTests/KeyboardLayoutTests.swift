import Testing
import Utterances

@Suite struct KeyboardLayoutTests {
    @Test func theOtherKeyboard() {
        #expect(KeyboardLayout.other("Ghbdtn, vbh 5!") == "Приветб мир 5!")
        #expect(KeyboardLayout.other("руддщ") == "hello")
        #expect(KeyboardLayout.other("привет hello") == nil)
        #expect(KeyboardLayout.other("5 + 5") == nil)
        for text in ["qwertyuiop", "йцукенгшщзхъфывапролджэячсмитьбю"] {
            #expect(KeyboardLayout.other(text).flatMap(KeyboardLayout.other) == text)
        }
    }

    @Test func onlyWhatIsNoWordIsMended() {
        let knows: (String) -> Bool = { ["привет", "hello"].contains($0) }
        #expect(KeyboardLayout.mended("ghbdtn", knows: knows) == "привет")
        #expect(KeyboardLayout.mended("руддщ", knows: knows) == "hello")
        #expect(KeyboardLayout.mended("hello", knows: knows) == nil)
        #expect(KeyboardLayout.mended("qwxz", knows: knows) == nil)
        #expect(KeyboardLayout.mended("", knows: knows) == nil)
    }
}
