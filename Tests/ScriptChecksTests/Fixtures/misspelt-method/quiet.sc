theme: /
    state: Start
        q!: later
        script:
            $dialer.redial({startDateTime: new Date()});
            $dialer.hangUp();
            $dialer.somethingNewer();
            $session.$dialer.hangup();
            $reactions.wrapped = $reactions.answer;
    state: NoMatch
        event!: noMatch
        a: Sorry?
