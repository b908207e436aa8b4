theme: /
    state: Later
        q!: later
        script:
            var request = {maxAttempts: 99};
            $dialer.redial(request);
            $dialer.redial(later());
            $dialer.redial({
                startDateTime: new Date($jsapi.currentTime() + 3600000),
                finishDateTime: new Date($jsapi.currentTime() + 7200000),
                maxAttempts: 5,
                retryIntervalInMinutes: 15,
                allowedDays: ["mon", "fri"],
                allowedTime: {default: [{localTimeFrom: "10:00", localTimeTo: "11:30"}], "mon": []}
            });
            $dialer.redial({startDateTime: date, maxAttempts: $session.attempts, allowedDays: [day, "monday"]});
            $dialer.redial({startDateTime, maxAttempts: 2});
            $dialer.redial({...request, maxAttempts: 2});
            $dialer.redial({[field]: date});
            $dialer.redial({startDateTime: new Date("2026-11-23 10:00"), finishDateTime: new Date(2026, 1, 1)});
            $dialer.redial({allowedTime: {default: [{localTimeFrom: from, localTimeTo: "11:30"}]}});
            $dialer.hangUp();
