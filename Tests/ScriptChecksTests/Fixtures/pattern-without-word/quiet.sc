patterns:
    $any = *
    $anyPlease = [please] *
theme: /
    state: Start
        q!: hello [there]
        a: Hello!
        state: Any
            q: *
            a: Yes?
        state: Named
            q: $any
            a: Yes?
        state: Group
            q: ([please] yes|no)
            a: Good.
        state: Data
            q: {[@city]* [@duckling.number]* *}
            a: Fine.
        state: NamedData
            q: [$any] *
            a: Fine.
        state: NamedAnything
            q: $anyPlease
            a: Fine.
        state: Beside
            q: $anyPlease hello
            a: Fine.
