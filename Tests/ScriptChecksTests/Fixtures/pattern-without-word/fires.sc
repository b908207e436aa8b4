patterns:
    $maybe = [maybe]
    $either = $maybe [well]
theme: /
    state: Start
        q!: [hello] [there]
#           ^^^^^^^^^^^^^^^ warning[check/pattern-without-word]
        a: Hello!
        state: Any
            q: * [please] *
#              ^^^^^^^^^^^^ warning[check/pattern-without-word]
            a: Yes?
        state: Perhaps
            q: $maybe [yes]
#              ^^^^^^^^^^^^ warning[check/pattern-without-word]
            a: Good.
        state: Going
            q: [hello *]
#              ^^^^^^^^^ warning[check/pattern-without-word]
            a: Hello!
        state: Part
            q: [(* hell* you * | hi) *]
#              ^^^^^^^^^^^^^^^^^^^^^^^^ warning[check/pattern-without-word]
            a: Hello!
        state: Named
            q: $either
#              ^^^^^^^ warning[check/pattern-without-word]
            a: Hello!
        state: NamedWithStar
            q!: $either [and] $maybe
#               ^^^^^^^^^^^^^^^^^^^^ warning[check/pattern-without-word]
            a: Hello!
