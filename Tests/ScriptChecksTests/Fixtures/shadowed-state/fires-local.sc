theme: /
    state: Any
        q: $regexp<.+>
        a: I hear you.
    state: Hello
        q!: * (hello|hi) *
        a: Hello.
    state: Пока
        q!: пока
        a: Пока.
    state: Order
        q: * order *
        a: What?
        state: Weighted
            q: * $weight<+1>
#           ^^^^^^^^^^^^^^^^ warning[check/shadowed-state]
            a: Whatever.
        state: Yes
            q: * (yes|yeah) *
            a: Good.
        state: Да
            q: ~да
            a: Хорошо.
