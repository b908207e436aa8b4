patterns:
    $Number = $regexp<\d+> || converter = function(pt) { return pt.text; };
theme: /
    state: Start
        q!: * (hello:1|hi:2) *
        a: {{$parseTree.value}}
    state: Number
        q!: $Number
        a: {{$parseTree.value}}
    state: Entity
        q!: * @duckling.number *
        a: {{$parseTree.value}}
    state: Led
        q!: led
        a: {{$parseTree.value}}
    state: Leads
        q!: (up:1|down:2)
        go!: /Led
    state: Named
        q!: named
        script: $parseTree.value = 1; $session.next = "/Built" + 1;
    state: Built1
        q!: built
        a: {{$parseTree.value}}
    state: Happens
        event!: fileEvent
        a: {{$parseTree.value}}
