# Tells what mood a text is in: matched from scripts with $nlp.match(text, "/CatchAll/EmotionClassifier").

patterns:
    # Three marks or more, or capitals only, are a raised voice.
    $exclamation = $regexp<.*[!?]\s?[!?]\s?[!?].*>
    $positive = ($thanks|$compliment|$super|~спасибо|рад|рада|приятно|благодар*|нравится|люблю|ура|хаха*|смешно|весело|здорово|удачно)
    $negative = ($stupid|$looser|$obsceneWord|$shutUp|$exclamation|~безобразие|~кошмар|~ужас|ужасн*|~хамство|отвратительн*|возмут*|возмущ*|издева*|бардак*|обман*|развод|разводил*|мошенник*|ворье|жулик*|надоел*|достал*|бесит|бесите|бесишь|ненавижу|сперл*|спёр*|украл*|жалоб*|жалова*|позор*|сколько можно|до каких пор|в суд|прокуратур*|роспотребнадзор*)

theme: /CatchAll/EmotionClassifier || modal = true

    state: Positive
        q: * $positive *

    state: Negative
        q: * $negative *
        q: $exclamation
