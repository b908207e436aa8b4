# Reminds later, and takes it back.
theme: /

    state: Remind
        q!: remind me
        script:
            $client.event = $pushgate.createEvent("2026-11-24T09:00:00", "reminder", { text: "tea" }).id;
        a: I will remind you.

    state: Forget
        q!: forget it
        script: $pushgate.cancelEvent($client.event);
        a: Forgotten.

    state: Reminder
        event!: reminder
        a: Time for {{ $request.data.eventData.text }}!
