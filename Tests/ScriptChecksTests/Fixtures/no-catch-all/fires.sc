theme: /
    state: Start
#   ^^^^^^^^^^^^ note[check/no-catch-all]
        q!: hello
        a: Hello!
        q!: * company *
        q!: * wait *
    # What cannot be read here is no trigger for all the rest.
    state: Broken
        q!: order
        nonsense nobody knows
