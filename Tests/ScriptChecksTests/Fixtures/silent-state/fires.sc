theme: /
    state: Thanks
#   ^^^^^^^^^^^^^ warning[check/silent-state]
        q!: thank you
