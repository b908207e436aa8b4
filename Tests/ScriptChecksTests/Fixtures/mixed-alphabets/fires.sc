# The odd letters: Latin c, Latin a and e, Cyrillic с, Latin c before Cyrillic о, Latin C.
patterns:
    $Discount = (cкидка/~прaвeдный/*рaспродажа*)
#                ^^^^^^ warning[check/mixed-alphabets]
#                        ^^^^^^^^^ warning[check/mixed-alphabets]
#                                   ^^^^^^^^^^ warning[check/mixed-alphabets]
theme: /
    state: Start
        q!: * (сotangent | да,cам) *
#              ^^^^^^^^^ warning[check/mixed-alphabets]
#                             ^^^ warning[check/mixed-alphabets]
        q: cо всем
#          ^^ warning[check/mixed-alphabets]
        q: Cбой $Discount
#          ^^^^ warning[check/mixed-alphabets]
        a: Хорошо.
