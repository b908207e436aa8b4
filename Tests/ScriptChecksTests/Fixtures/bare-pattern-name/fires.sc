patterns:
    $open = (открыть|откройте)
    $account = $regexp_i<сч[её]та?>
    $start = (начать|начни)
    $both = (account|$open)
#            ^^^^^^^ warning[check/bare-pattern-name]
theme: /
    state: Open
        q!: * (open|$start) * $account *
#              ^^^^ warning[check/bare-pattern-name]
        a: Хорошо.
