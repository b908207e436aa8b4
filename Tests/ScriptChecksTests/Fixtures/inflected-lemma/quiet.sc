# Dictionary words, words that nobody knows, words without ~, and a form that is a dictionary word as well.
# forms: человек людей людям
# forms: печь печь печи
# forms: печа печь
patterns:
    $People = (~человек/людей/~зюзюблик)
theme: /
    state: Start
        q!: * ~печь людям* $People
        a: Хорошо.
