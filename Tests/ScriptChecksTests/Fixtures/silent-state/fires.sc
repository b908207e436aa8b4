patterns:
    $City = $entity<Cities> || converter = function(pt) { return pt.Cities[0].value; };
theme: /
    state: Thanks
#   ^^^^^^^^^^^^^ warning[check/silent-state]
        q!: thank you
    state: Broken
        q!: order
        nonsense nobody knows
        state: Child
#       ^^^^^^^^^^^^ note[check/silent-state]
            q: child
