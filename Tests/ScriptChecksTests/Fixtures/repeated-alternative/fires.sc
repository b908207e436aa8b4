patterns:
    $no = (no|never|no)
#                   ^^ note[check/repeated-alternative]
theme: /
    state: Start
        q!: (yes/sure/yes please/yes)
#                                ^^^ note[check/repeated-alternative]
        a: Good.
        q!: (a/b/a) (c/d/c/d)
#                ^ note[check/repeated-alternative]
