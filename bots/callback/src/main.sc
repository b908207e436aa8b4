theme: /

    state: Start
        q!: $regex</start>
        a: Hello! Is it a good time to talk?

        state: Yes
            q: * (yes/sure/ok/okay/of course) *
            a: Great! Your order has arrived. You can collect it any day from nine to six. Goodbye!
            script:
                $dialer.setCallResult("informed");
                $dialer.hangUp();

        state: No
            q: * (no/not [really/now]/busy/later) *
            a: I see. Shall I call you back in an hour?

            state: Agreed
                q: * (yes/sure/ok/okay/please) *
                go!: /CallbackInAnHour

            state: Refused
                q: * no *
                go!: /Goodbye

    # The script of the $dialer.redial page, its lines as they stand there, with the indents that a copy of the page loses.
    state: CallbackInAnHour
        q!: * call [me] [back] * (an/one) hour *
        a: Okay! I’ll call you back in an hour.
        script:
            var now = new Date();
            $dialer.redial({
                startDateTime: new Date(now.getTime() + 60 * 60000), // Another call in an hour
                finishDateTime: new Date(now.getTime() + 75 * 60000), // Throughout 15 minutes
                maxAttempts: 2, // 2 call attempts in total
                retryIntervalInMinutes: 5 // 5-minute pause between attempts
            });
            $dialer.hangUp();

    state: Goodbye
        q!: * (bye/goodbye) *
        a: Goodbye!
        script:
            $dialer.hangUp();

    state: NotUnderstood || noContext = true
        event!: noMatch
        a: Sorry, I did not get that. You can say “call me back in an hour”.

    state: Silence || noContext = true
        event!: speechNotRecognized
        script:
            $session.silences = ($session.silences || 0) + 1;
        if: $session.silences < 3
            a: Are you still there?
        else:
            go!: /Goodbye
