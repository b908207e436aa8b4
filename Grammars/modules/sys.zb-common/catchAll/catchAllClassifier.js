// Tells what a text that nothing matches looks like.

var catchAllClassifier = (function () {
    var vowels = "аеёиоуыэюяaeiouy";

    /** Whether a word cannot be a word of a language, as far as one sees from its letters. */
    function isUnpronounceable(word) {
        var letters = word.toLowerCase();
        if (/\d/.test(letters)) {
            return /[а-яёa-z]/.test(letters) && !/^\d+[-.]?[а-яёa-z]{1,3}$/.test(letters);
        }
        var runs = letters.split("").map(function (letter) {
            return vowels.indexOf(letter) >= 0 ? "v" : /[ьъ'-]/.test(letter) ? "-" : "c";
        }).join("");
        return letters.length > 3 && (/(.)\1\1/.test(letters) || /vvvv|cccc|ccc$/.test(runs) || !/v/.test(runs));
    }

    function isKnown(word) {
        return $nlp.checkVocabulary(word) || word.indexOf("-") > 0 && word.split("-").every(isKnown);
    }

    /** No word is known, and at least half of them cannot be words. */
    function isNonsense(words) {
        var strange = words.filter(function (word) { return !isKnown(word); });
        return words.length > 0 && strange.length === words.length
            && 2 * strange.filter(isUnpronounceable).length >= words.length;
    }

    /** Typed on the wrong keyboard: the same keys on the other one say what some state answers. */
    function isWrongKeyboard(text) {
        var fixed = $nlp.fixKeyboardLayout(text);
        var match = fixed && fixed !== text && $nlp.match(fixed, "/");
        if (!match || !match.targetState || match.targetState.indexOf("/CatchAll") === 0) {
            return false;
        }
        var session = $jsapi.context().session;
        session.catchAll = session.catchAll || {};
        session.catchAll.transliterationText = fixed;
        session.catchAll.transliterationState = match.targetState;
        return true;
    }

    function isNegative(text) {
        var mood = $nlp.match(text, "/CatchAll/EmotionClassifier");
        return Boolean(mood) && mood.targetState === "/CatchAll/EmotionClassifier/Negative";
    }

    return {
        /** The name of the state below `/CatchAll` for a text: `parseTree.text`, else what was said. */
        check: function (parseTree) {
            var text = parseTree && parseTree.text || $jsapi.context().request.query || "";
            var raw = $jsapi.context().request.query || text;
            var words = text.split(/[^\wа-яё'-]+/i).filter(function (word) { return /[\wа-яё]/i.test(word); });
            if (isWrongKeyboard(raw)) {
                return "Transliteration";
            }
            if (isNegative(raw)) {
                return "NegativeEmotion";
            }
            return isNonsense(words) ? "Nonsense" : "SeemsMeaningful";
        }
    };
})();
