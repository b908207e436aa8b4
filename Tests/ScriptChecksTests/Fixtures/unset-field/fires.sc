theme: /
    state: Start
        q!: hello
        script: $session.phoneNumber = $parseTree._Phone;
        a: Your number is {{$session.phoneNumbr}}, your size {{$client.size}}.
#                                    ^^^^^^^^^^ warning[check/unset-field]
#                                                                      ^^^^ warning[check/unset-field]
