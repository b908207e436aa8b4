# Notes for reports; the talk goes on as without them.
theme: /

    state: Rate
        q!: * (good/bad):rating *
        script:
            $analytics.setSessionData("Rating", $request.query);
            $analytics.setMessageLabel("Rating", "Mood");
            $analytics.setSessionResult("rated");
            $analytics.setComment("by phone");
            $temp.group = $analytics.joinExperiment("Thanks");
        a: Thank you, group {{ $temp.group }}!
