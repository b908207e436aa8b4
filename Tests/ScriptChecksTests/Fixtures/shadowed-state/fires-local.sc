theme: /
    state: Any
        q: $regexp<.+>
#       ^^^^^^^^^^^^^^ warning[check/shadowed-state]
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
