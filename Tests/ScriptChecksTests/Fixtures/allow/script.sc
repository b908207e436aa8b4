theme: /
    state: Start
        q!: hello # ringback: allow check/pattern-without-word
        a: Hello!
        # ringback: allow check/unknown-target, check/unset-field
        script:
            $reactions.transition("/A");
            $reactions.transition("/B");
        script: $reactions.transition("/C");
        # ringback: allow check/unknwon-target
        script: $reactions.transition("/D");
        a: This is # ringback: allow check/unknown-target
    # ringback: allow check/unreachable-state
    state: Alone
        a: Nobody comes.
        state: Lonely
            a: Nobody at all.
    state: Lost
        a: Nobody either.
        script:
            // ringback: allow check/unknown-target
            $reactions.transition("/E");
            $reactions.transition("/F");
        script: $reactions.transition("/G"); // ringback: allow check/unknown-target
        # ringback allow check/silent-state
        # Ringback: disable check/silent-state, link/duplicate-state because it is wanted.
        # Ringback allows much.
        # ringback:allow check/silent-state
