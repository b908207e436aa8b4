patterns:
    $no = (no|never|no)
#                   ^^ note[check/repeated-alternative]
theme: /
    state: Start
        q!: (yes/sure/yes please/yes)
#                                ^^^ note[check/repeated-alternative]
        a: Good.
