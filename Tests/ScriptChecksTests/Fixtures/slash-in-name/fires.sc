theme: /
    state: /Menu
#          ^^^^^ note[check/slash-in-name]
        q!: menu
        a: Pizza or pasta?
    state: Yes/No
#          ^^^^^^ warning[check/slash-in-name]
        q!: or
        a: Yes or no?
theme: /shop
    state: /Cart
#          ^^^^^ warning[check/slash-in-name]
        q!: cart
        a: It is empty.
