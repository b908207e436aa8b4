# Letters that cannot be taken for each other; numbers; hyphens; the right word beside the odd one.
patterns:
    $Mixed = (PRщик*/pinкод/wi-fi роутер/bля/3д/x-фактор/USBшный)
theme: /
    state: Start
        q!: * $Mixed * $regexp_i<[a-zа-яaо]+>
        q!: (да/дa) cat кот
        q: (самый/cамый) @Сity::Cити
        a: Cкидка.
