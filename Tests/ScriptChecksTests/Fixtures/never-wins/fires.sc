patterns:
    $Cost = (цена|цены|стоимость)
    $AnyText = $nonEmptyGarbage

theme: /
    state: Price
        q!: * (price/cost/fee) [please] *
        a: Ten.
    state: Fee
        q!: * fee *
#       ^^^^^^^^^^^ warning[check/never-wins]
        a: None.
    state: FeePlease
        q!: * the fee (now|[please]) *
        a: None.
    state: PriceRussian
        q!: * [какая] $Cost *
        a: Десять.
    state: PriceAgain
        q!: * (стоимость/цена) *
#       ^^^^^^^^^^^^^^^^^^^^^^^^ warning[check/never-wins]
        a: Двадцать.
    state: Phrases
        q!: (good|best) (day|night)
        a: Hello.
    state: PhrasesAgain
        q!: (good night|best day)
#       ^^^^^^^^^^^^^^^^^^^^^^^^^ warning[check/never-wins]
        q!: {day good}
        a: Bye.

# All that it accepts is tried.
theme: /Callback
    state: Time
        q!: call me at (one|two|three)
        a: When?
        state: Yes
            q: * [ну] да *
            a: Хорошо.
        state: Agree
            q: * (ну да|да) * || onlyThisState = true, fromState = /Callback/Time
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[check/never-wins]
            a: Отлично.

# At the root they count as much and the local one stands earlier; everywhere else it is nearer.
theme: /
    state: BooksAlone
        q: * (book|books) *
        a: Which one?
    state: Books
        q!: * (book|books) $AnyText
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[check/never-wins]
        a: Noted.
