# A phone call that uses all of $dialer.
theme: /

    state: Start
        q!: $regex</start>
        script:
            $session.name = $dialer.getPayload().name || "there";
            $dialer.setNoInputTimeout(7000);
            $dialer.bargeInResponse({ bargeIn: "forced", bargeInTrigger: "final", noInterruptTime: 0 });
        a: Hello, {{ $session.name }}! Do you have a minute for our long offer? || bargeInTransition = ./Interrupted, bargeInLabel = greeting

        state: Interrupted

            state: No
                q: * no *
                a: I see ({{ $dialer.isBargeInInterrupted() ? $dialer.getBargeInLabel() : "not interrupted" }}, {{ $dialer.getBargeInTransition() }}).

        state: Yes
            q: * (yes/sure) *
            script: $dialer.addCallTag("listener");
            a: Then listen, it takes a while.
            go!: /Rate

    state: Rate
        a: Press a figure from 1 to 5.
        script: $response.replies.push({ type: "dtmf", max: 1, timeout: 10000 });

        state: Rated
            q: $regexp<\d>
            script:
                $dialer.reportData("Rating", $parseTree.text, 1);
                $dialer.setCallResultAccepted("rated");
            a: Thank you for the {{ $parseTree.text }}!

        state: NoKeys
            event: noDtmfAnswerEvent
            script: $dialer.setCallResultRejected();
            a: You have pressed nothing.

    state: MayBreakIn || noContext = true
        event!: bargeInIntent
        script: $dialer.bargeInInterrupt($dialer.getBargeInIntentStatus().text === "stop");
        a: Nobody hears this.

    state: Stop
        q!: stop
        a: As you wish{{ $dialer.isBargeInInterrupted() ? ", at once" : "" }}.

    state: Operator
        q!: * operator *
        script: $dialer.transferCall({ phoneNumber: "+16500000001", headers: { "X-Name": $session.name } });

        state: Back
            event: transfer
            if: $dialer.getTransferStatus().status === "SUCCESS"
                a: How was the operator?
            else:
                a: Nobody was free.

    state: Silence
        event!: speechNotRecognized
        a: Are you still there?

    state: Later
        q!: * later *
        script:
            $dialer.redial({ startDateTime: new Date(Date.now() + 60 * 60000), maxAttempts: 2, retryIntervalInMinutes: 5 });
            $dialer.setCallResult("later", { minutes: 60 });
        a: Until later!
        script: $dialer.hangUp("(bot hung up)");

    state: Facts
        q!: facts
        a: {{ [$dialer.getCaller(), $dialer.getTrunk(), $dialer.isIncomingCall(), $dialer.getAbonentTimezone(), $dialer.getCampaignToken()].join("|") }}
        a: {{ JSON.stringify([$dialer.getSipHeaders(), $dialer.getCampaignSchedule(), $dialer.getDialSchedule(), $dialer.getDialHistory(), $dialer.getRetryIntervals()]) }}
        a: {{ [$dialer.getCallRecordingPath(), $dialer.getCallRecordingFullUrl(), $dialer.getAudioToken(), $dialer.getCallNotConnectedReason()].join("|") }}

    state: Voice
        q!: slower
        script:
            $dialer.setTtsConfig({ speed: 0.9 });
            $dialer.setAsrConfig({ model: "general" });
            $dialer.setAsrProperties({ max_alternatives: 1 });
        a: {{ $dialer.getTtsConfig().speed }} {{ $dialer.getAsrConfig().model }}

    state: NotConnected
        event!: onCallNotConnected
        script:
            $dialer.setCallResult($dialer.getCallNotConnectedReason());
            $dialer.redial({ startDateTime: new Date(Date.now() + 60000) });

    state: End || noContext = true
        event!: hangup
        event!: botHangup
        script: $dialer.reportData("Ended by", $request.event);

    state: Long
        q!: long
        a: A long answer. || bargeInIf = offer
