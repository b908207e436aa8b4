patterns:
    $Greeting = (доброе утро|добрый день|доброго дня)

theme: /
    state: Hello
        q!: (hello|good day) [there]
        q!: {$Greeting [бот]}
        a: Hello.
    state: Bye
        q!: * (bye|good day) *
#       ^^^^^^^^^^^^^^^^^^^^^^ note[check/overlapping-rules]
        q!: * (хорошего|доброго) дня *
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ note[check/overlapping-rules]
        a: Bye.
    state: Order
        q!: order
        a: Tea or coffee?
        state: Tea
            q: * (tea|both) *
            a: Tea.
        state: Coffee
            q: * [please] (coffee|both) *
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ note[check/overlapping-rules]
            a: Coffee.
