theme: /
    state: Ask
        q!: ask
        InputText:
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
#       ^^^^^^^^^^^^ warning[link/no-way-on]
            prompt = Sure?
            agreeState = /Ask
            disagreeState =
            useButtons = yes
#                        ^^^ warning[link/parameter-value]

    state: Outside
        HttpRequest:
#       ^^^^^^^^^^^ error[link/missing-parameter]
            method = GET
            okState = /Gone
#                     ^^^^^ error[link/unknown-state]
            errorState = /Ask
        HttpRequest:
            url = https://example.org
        Sms:
#       ^^^ note[link/service]
            destination = +16500000000
            template = unknown, but who knows
            okState = /Ask
        EndSesion:
#       ^^^^^^^^^ error[syntax/misspelt-tag]
        Card:
#       ^^^^ error[link/unknown-tag]
            name = none

    state: Slips
        InputText: What is your name?
#                  ^^^^^^^^^^^^^^^^^^ warning[link/unused-text]
            varname = name
#           ^^^^^^^ warning[link/unknown-parameter]
            then: /Ask
#           ^^^^^ error[syntax/missing-equals]
        InputNumber:
#       ^^^^^^^^^^^ warning[link/no-way-on]
            varName = count
            promt: How many?
#           ^^^^^^^^^^^^^^^^ warning[link/colon-parameter]
            minValue = 10
            maxValue = 1
#                      ^ warning[link/limits]
        TransferCallToOperator:
#       ^^^^^^^^^^^^^^^^^^^^^^ warning[link/nobody-to-call]
            dialMessage = One moment
        Confirmation:
            prompt = Sure?
            agreeState = /Ask
            disagreestate = /Sure
#           ^^^^^^^^^^^^^ warning[link/unknown-parameter]
            a: Sure?
#           ^^^^^^^^ warning[link/nested-tag]

    state: Own
        InputText:
            varName = name
        state: CatchText
            q: *
            a: Thanks

    state: Names
        InputText:
            prompt = Name?
            varName = $session.name
#                     ^^^^^^^^^^^^^ warning[link/variable-name]
            then = /Ask
        InputText:
            prompt = Name?
            varName = my name
#                     ^^^^^^^ warning[link/variable-name]
            then = /Ask
        InputText:
            prompt = Name?
            varName = {{$session.field}}
            then = /Ask

    state: Call
        TransferCallToOperator:
            phoneNumber = 79990000000
            then = /Ask
        TransferCallToOperator:
            phoneNumber = 79990000000
            errorState = /Ask
        SendSms:
#       ^^^^^^^ error[link/unknown-tag]
            text = Hello
