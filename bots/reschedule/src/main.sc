require: slotfilling/slotFilling.sc
    module = sys.zb-common
require: callback.js

theme: /

    state: Start
        q!: $regex</start>
        a: Hello! This is the harbour library; two of your books are due. Do you have a minute?

        state: Yes
            q: * (yes/yeah/sure/ok/okay/go ahead) *
            a: Your loan is longer by two weeks. Goodbye!
            script:
                $dialer.hangUp();

    # The time is always asked for: without one the intent is not complete, and the bot asks until it has it.
    state: CallLater
        intent!: /CallLater
        script:
            $session.call = firstCall($parseTree._when, wordsOfTime($entities));
        if: $session.call
            script:
                $dialer.redial({
                    startDateTime: $session.call.from,
                    finishDateTime: $session.call.to,
                    maxAttempts: 3,
                    retryIntervalInMinutes: 10
                });
            a: I will call you {{$session.call.words}}. Goodbye!
            script:
                $dialer.setCallResult("call back", $session.call.words);
                $dialer.hangUp();
        else:
            # Any time that is said next is the answer: it is the intent again.
            a: That time is over already. When would it suit you?

    state: NotUnderstood
        event!: noMatch
        a: Sorry, I did not get that. Do you have a minute, or shall I call another time?

    state: Silence
        event!: speechNotRecognized
        a: Are you still there?
