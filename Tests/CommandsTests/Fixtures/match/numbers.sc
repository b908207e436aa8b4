theme: /

    state: First
        q!: a $weight<1.001>
        q!: b $weight<0.001>
        q!: $regexp<\d+> d d d
        a: One.

    state: Second
        q!: a $weight<1.002>
        q!: b $weight<0.0011>
        q!: * d * $weight<0.5> $weight<-0.1>
        a: Two.
