patterns:
    $open = (открыть|откройте)
    $hello = (hello|привет)
    $start = (начать|начни)
theme: /
    state: Open
        q!: * ($open|$start) * счет *
        a: Хорошо.
    state: Word
        q!: * (open|$open) *
        a: Хорошо.
    state: Mixed
        q!: * hello $start *
        a: Хорошо.
    state: Other
        q!: * (open|please) $start *
        a: Хорошо.
    state: Said
        q!: проверка слова open
        a: Хорошо.
