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
            if ($session.widest) log("big");
#                        ^^^^^^ warning[check/unset-field]
            $session.accountNumberNext = true;
            log($session.phoneNumberNext);
#                        ^^^^^^^^^^^^^^^ warning[check/unset-field]
