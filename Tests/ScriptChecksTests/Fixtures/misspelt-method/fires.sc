theme: /
    state: Start
        q!: later
        script:
            $dialer.redail({startDateTime: new Date()});
#                   ^^^^^^ warning[check/misspelt-method]
            $dialer.hangup();
#                   ^^^^^^ warning[check/misspelt-method]
            $reactions.anser("Bye");
#                      ^^^^^ warning[check/misspelt-method]
    state: NoMatch
        event!: noMatch
        a: {{ $jsapi.curentTime() }}
#                    ^^^^^^^^^^ warning[check/misspelt-method]
