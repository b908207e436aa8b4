theme: /
    state: Later
        q!: later
        script:
            $dialer.redial({startDateTime: new Date()});
            $dialer.hangUp();
    state: Tomorrow
        q!: tomorrow
        script:
            $dialer.redial({startDateTime: new Date()});
        go!: /Bye
    state: Week
        q!: next week
        a: Anything else?
        script: $dialer.redial({startDateTime: new Date()});
        state: No
            q: no
            go!: /Bye
    state: Bye
        a: Goodbye.
        script: $dialer.hangUp();
    state: HandOver
        q!: operator
        script:
            $dialer.redial({startDateTime: new Date()});
            $response.replies.push({type: "switch", phoneNumber: "1"});
