theme: /
    state: Start
        q!: hello
        script: $session.phoneNumber = $parseTree._Phone;
        a: Your number is {{$session.phoneNumbr}}, your size {{$client.size}}.
#                                    ^^^^^^^^^^ warning[check/unset-field]
#                                                                      ^^^^ warning[check/unset-field]
        if: $client.tour
#                   ^^^^ warning[check/unset-field]
            a: Welcome back.
        script:
            log($session.size + 1);
#                        ^^^^ warning[check/unset-field]
            if ($session.size) log("big");
            $session.accountNumberNext = true;
            log($session.phoneNumberNext);
#                        ^^^^^^^^^^^^^^^ warning[check/unset-field]
