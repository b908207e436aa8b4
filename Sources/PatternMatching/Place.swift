/// A place in an utterance where an element may begin or end, as a whole number that grows along the text.
///
/// Before each word there are two: in front of the punctuation that stands there (even) and behind it (odd).
/// Regular expressions alone tell them apart: one that matches mere punctuation moves from the first to the
/// second, so it makes headway although it covers no word.
enum Place {
    /// In front of everything that comes after so many words.
    static func after(words: Int) -> Int { words * 2 }

    /// How many words lie before a place.
    static func wordsBefore(_ place: Int) -> Int { place >> 1 }

    static func isBehindPunctuation(_ place: Int) -> Bool { place & 1 == 1 }

    static func behindPunctuation(_ place: Int) -> Int { place | 1 }
}
