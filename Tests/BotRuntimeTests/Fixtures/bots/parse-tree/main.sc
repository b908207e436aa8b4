# What a caller said, as scripts read it.
patterns:
    $Digit = $regexp<\d+>
    $Count = ($Digit|one:1|two:2)
    $Tea = (green:green|black:black)

theme: /

    state: Order
        q!: [I want] $Count::First $Tea [and $Count::Second $Tea]
        script:
            $temp.node = $parseTree.First[0];
        a: {{ $parseTree._First }} {{ $parseTree._Tea }}, said as “{{ $temp.node.text }}” by {{ $temp.node.pattern }}
        if: $parseTree._Second
            a: and {{ $parseTree._Second }} {{ $parseTree.Tea[1].value }}
        a: {{ $parseTree.tag }}: {{ $parseTree.words.length }} words
        go!: /Kept

    state: Kept
        a: Still known: {{ $parseTree._Tea }}

    state: Else
        event!: noMatch
        a: Nobody knows “{{ $parseTree.text }}”
