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

    # From anywhere: no time now. When shall we call again? What the person says may be any time, in any words.
    state: Busy
        q!: * (busy/driving/(in a meeting)/(no time)/(not a good time)/(can 't|cannot|can not|ca n't) talk) *
        q!: * (call/ring/try) * (later/tomorrow/back/again) *
        script:
            $temp.wish = timeToCall($request.query);
        if: $temp.wish
            go!: /CallBack/Planned
        else:
            a: No problem. When shall I call you back?
            go: /CallBack

    state: CallBack

        state: Time
            q: *
            script:
                $temp.wish = timeToCall($request.query);
            if: $temp.wish
                go!: /CallBack/Planned
            else:
                a: Please name a day or an hour, such as “tomorrow after six”.
                go: /CallBack

        state: Planned
            script:
                $temp.wish.maxAttempts = 3;
                $temp.wish.retryIntervalInMinutes = 60;
                $dialer.redial($temp.wish);
            a: All right, I will call you {{$temp.wish.readBack}}. Goodbye!
            script:
                $dialer.setCallResult("call back", $temp.wish.readBack);
                $dialer.hangUp();

    state: HungUp
        event!: hangup
        script:
            log("The caller hung up in " + $context.contextPath);
