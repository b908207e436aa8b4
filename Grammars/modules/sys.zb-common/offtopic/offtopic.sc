# Small talk: greetings, questions about the bot, and the way back to business.
# A bot says it in its own words with a YAML file of the same keys, required before with `var = specialOfftopic`.
require: ../patterns.sc
require: offtopic.yaml
    var = commonOfftopic
require: offtopic.js
require: greetings.sc
require: fallback.sc
require: other.sc

init:
    $global.OfftopicAnswers = applyCustomAnswers(commonOfftopic, $global.specialOfftopic);
