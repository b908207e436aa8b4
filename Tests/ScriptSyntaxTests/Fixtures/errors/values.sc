theme:
#^^^^^ error[syntax/missing-value]
theme: Orders
#      ^^^^^^ error[syntax/theme-without-slash]
    state: A
        q:
#       ^^ error[syntax/missing-value]
        q!: # nothing
#       ^^^ error[syntax/missing-value]
        go:
#       ^^^ error[syntax/missing-value]
        if: 
#       ^^^ error[syntax/missing-value]
            a: x
        else if: y
#       ^^^^^^^ error[syntax/else-if]
            a: y
        else
#       ^^^^ warning[syntax/else-without-colon]
            a: z
        else: a: w
#             ^^^^ warning[syntax/value-not-taken]
require:
#^^^^^^^ error[syntax/missing-value]
