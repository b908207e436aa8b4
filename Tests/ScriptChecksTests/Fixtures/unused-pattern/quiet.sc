patterns:
    $yes = (yes|$sure)
    $sure = sure
    $no = no
    $digit = (one|two)
    $size = (big|small)
theme: /
    state: Start
        q!: $yes * $repeat<$digit>
        script: $session.no = $nlp.matchPatterns("no", ["$no"]);
        e: a $size pizza
        a: Good.
