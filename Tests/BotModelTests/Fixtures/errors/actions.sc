theme: /
    state: Ask
        q!: ask
        InputText:
#       ^^^^^^^^^ error[link/missing-parameter]
            prompt = What is your name?
            then = /Gone
#                  ^^^^^ error[link/unknown-state]
            varNam = name
#           ^^^^^^ warning[link/unknown-parameter]
        InputNumber:
            prompt = How many?
            varName = count
            minValue = one
#                      ^^^ warning[link/parameter-value]
            failureMessage = ["Too many", "Too few"
#                            ^ error[syntax/unclosed-bracket]
            then = ./Next
        state: Next
            a: Thanks

    state: Sure
        Confirmation:
            prompt = Sure?
            agreeState = /Ask
            disagreeState =
            useButtons = yes
#                        ^^^ warning[link/parameter-value]

    state: Outside
        HttpRequest:
#       ^^^^^^^^^^^ error[link/missing-parameter]
#       ^^^^^^^^^^^ note[link/service]
            method = GET
            okState = /Gone
#                     ^^^^^ error[link/unknown-state]
            errorState = /Ask
        HttpRequest:
            url = https://example.org
        Email:
#       ^^^^^ note[link/service]
            destination = a@example.org
            template = unknown, but who knows
            okState = /Ask
        EndSesion:
#       ^^^^^^^^^ error[syntax/misspelt-tag]
        Card:
#       ^^^^ error[link/unknown-tag]
            name = none
