theme: /
    state: Later
        q!: later
        script:
            $dialer.redial({
#                   ^^^^^^ warning[check/redial-request]
                maxAttempts: 9,
#                            ^ warning[check/redial-request]
                retryIntervalInMinutes: 0,
#                                       ^ warning[check/redial-request]
                allowedDays: ["monday", "fri"],
#                             ^^^^^^^^ warning[check/redial-request]
                finishDatetime: new Date()
#               ^^^^^^^^^^^^^^ warning[check/redial-request]
            });
            $dialer.redial({
                startDateTime: "2026-11-23T10:00:00Z",
#                              ^^^^^^^^^^^^^^^^^^^^^^ warning[check/redial-request]
                maxAttempts: "3",
#                            ^^^ warning[check/redial-request]
                allowedTime: {default: [{localTimeFrom: "10.00", localTimeTo: "11:30"}], Mo: []}
#                                                       ^^^^^^^ warning[check/redial-request]
#                                                                                        ^^ warning[check/redial-request]
            });
            $dialer.redial();
#                   ^^^^^^ warning[check/redial-request]
            $dialer.redial(3600000);
#                   ^^^^^^ warning[check/redial-request]
            $dialer.redial({
                startDateTime: new Date("2026-11-23T10:00:00Z"),
                finishDateTime: new Date("2026-11-23T09:00:00Z"),
#                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[check/redial-request]
                allowedDays: "mon",
#                            ^^^^^ warning[check/redial-request]
                when: later,
#               ^^^^ warning[check/redial-request]
                retryIntervalInMinutes: 2.5,
#                                       ^^^ warning[check/redial-request]
                dialerPriority: 0
#                               ^ warning[check/redial-request]
            });
            $dialer.redial({startDateTime: 123, allowedTime: {mon: [{localTimeFrom: "10:00"}]}});
#                                          ^^^ warning[check/redial-request]
#                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^ warning[check/redial-request]
            $dialer.redial({startDateTime: null, localTimeTo: "10:00"});
#                   ^^^^^^ warning[check/redial-request]
            $dialer.hangUp();
