patterns:
    $yes = (yes|sure)
    $yess = (yes|of course)
#    ^^^^ note[check/unused-pattern]
    $loop = (a|$loop b)
#    ^^^^ note[check/unused-pattern]
theme: /
    state: Start
        q!: $yes
        a: Good.
