patterns:
    $City = (paris|london)
    $Size = (big|small)
theme: /
    state: Start
        q!: * $City::From @duckling.date *
        q!: * $City *
        q!: * $Size::size *
        a: You said {{$parseTree._City}}, {{$parseTree._From}}, {{$parseTree._Root}}, {{$parseTree._slot}}.
        a: {{$parseTree.City[0].value}}, {{$parseTree.text}}, {{$parseTree.words}}, {{$parseTree.startPos}}
        script:
            $parseTree._Citi = "Paris";
            log($parseTree._Citi + $parseTree._No);
            var found = $nlp.matchPatterns($parseTree.text, ["* $Size *"]);
            log($parseTree._Size);
