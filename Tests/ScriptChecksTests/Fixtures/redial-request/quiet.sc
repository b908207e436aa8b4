theme: /
    state: Later
        q!: later
        script:
            var request = {maxAttempts: 99};
            $dialer.redial(request);
            $dialer.redial({
                startDateTime: new Date($jsapi.currentTime() + 3600000),
                finishDateTime: new Date($jsapi.currentTime() + 7200000),
                maxAttempts: 5,
                retryIntervalInMinutes: 15,
                allowedDays: ["mon", "fri"],
                allowedTime: {default: [{localTimeFrom: "10:00", localTimeTo: "11:30"}], "mon": []}
            });
            $dialer.hangUp();
