theme: /
    state: /Menu
#          ^^^^^ warning[check/slash-in-name]
        q!: menu
        a: Pizza or pasta?
    state: Yes/No
#          ^^^^^^ warning[check/slash-in-name]
        q!: or
        a: Yes or no?
