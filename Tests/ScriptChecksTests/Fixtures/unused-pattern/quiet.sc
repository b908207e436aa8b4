patterns:
    $yes = (yes|$sure)
    $sure = sure
    $no = no
    $digit = (one|two)
theme: /
    state: Start
        q!: $yes * $repeat<$digit>
        script: $session.no = $nlp.matchPatterns("no", ["$no"]);
        a: Good.
