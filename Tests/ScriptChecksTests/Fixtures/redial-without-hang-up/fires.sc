theme: /
    state: Later
        q!: later
        a: I shall call again.
        script:
            $dialer.redial({startDateTime: new Date()});
#                   ^^^^^^ warning[check/redial-without-hang-up]
        go!: /Menu
    state: Menu
        a: What else?
    state: Named
        q!: named
        a: I shall call again.
        script:
            $dialer.redial({startDateTime: new Date()});
#                   ^^^^^^ warning[check/redial-without-hang-up]
            $dialer.hangUp;
