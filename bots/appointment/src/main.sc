require: patterns.sc
require: clock.js

theme: /

    state: Start
        q!: $regex</start>
        a: Good day! This is the Willow dental clinic. I am calling to arrange your check-up. What is your name?
        go: /Name

    state: Name

        state: Given
            q: [hello/hi] [(my name is)/(this is)/(it is)/i am/(it 's)/i 'm] $Name [speaking]
            script:
                $client.name = capitalize($parseTree._Name);
            a: Nice to meet you, {{$client.name}}. When would you like to come? We are open from nine to six.
            go: /Time

        state: Unclear
            event: noMatch
            a: Sorry, what is your first name?

    state: Time

        state: Given
            q: * $Hour [o'clock] [$Noon] *
            script:
                $session.hour = hourOfDay($parseTree.Hour[0].value, $parseTree.Noon);
            if: isOpen($session.hour)
                a: That would be at {{spoken($session.hour)}} tomorrow. Is that right?
                go: /Confirm
            else:
                a: I am afraid we are closed at {{spoken($session.hour)}}. What time between nine and six would suit you?
                go: /Time

        state: Unclear
            event: noMatch
            a: At what hour would you like to come?

    state: Confirm

        state: Yes
            q: * $Yes *
            random:
                a: Wonderful, see you tomorrow at {{spoken($session.hour)}}, {{$client.name}}. Goodbye!
                a: You are in the book for {{spoken($session.hour)}} tomorrow, {{$client.name}}. Goodbye!
            script:
                $dialer.setCallResult("booked", spoken($session.hour));
                $dialer.reportData("Hour", $session.hour);
                $dialer.hangUp();

        state: No
            q: * $No *
            a: What time would be better?
            go: /Time

        state: Unclear
            event: noMatch
            a: Shall I book {{spoken($session.hour)}} tomorrow: yes or no?

    # From anywhere: no time now. Call again within the next three days, in the evening, in the zone of the person called.
    state: Busy
        q!: * (busy/driving/in a meeting/(no time)/(not a good time)/(can 't|cannot|can not|ca n't) talk) *
        q!: * (call/ring) * (later/tomorrow/back) *
        a: No problem, I will try again another evening. Goodbye!
        script:
            $dialer.redial({
                startDateTime: new Date($jsapi.currentTime() + 3 * 60 * 60000),
                finishDateTime: new Date($jsapi.currentTime() + 3 * 24 * 60 * 60000),
                allowedDays: ["mon", "tue", "wed", "thu", "fri"],
                allowedTime: { default: [{ localTimeFrom: "17:00", localTimeTo: "20:00" }] },
                maxAttempts: 3,
                retryIntervalInMinutes: 60
            });
            $dialer.setCallResult("call back");
            $dialer.hangUp();

    state: HungUp
        event!: hangup
        script:
            log("The caller hung up in " + $context.contextPath);
