# What `$reactions` shows, and where it leads.
theme: /

    state: Show
        q!: show
        script:
            $reactions.answer("{{1 + 1}} words");
            $reactions.image({imageUrl: "https://example.org/i.png", text: "An image"});
            $reactions.audio("https://example.org/a.mp3");
            $reactions.video("https://example.org/v.mp4");
            $reactions.buttons(["Yes", {text: "On", transition: "./On"}]);
            $reactions.inlineButtons({text: "Site", url: "https://example.org"});
        state: On
            a: on {{$reactions.template("{{2 * 2}}")}}
            script:
                $reactions.transition({value: "/Last", deferred: true});
                $reactions.transition("/Last");
            a: never

    state: Last
        a: last {{$reactions.random(3)}}
