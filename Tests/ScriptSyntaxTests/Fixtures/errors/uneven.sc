# A tag in a column of its own, where it may as well belong further out.
theme: /
    state: Order
            q!: * order *
            a: Which one?
        state: Size
#       ^^^^^ warning[syntax/uneven-indent]
            if: true
                    a: one
                a: two
#               ^ warning[syntax/uneven-indent]
            a: three
    state: Price
     state: Low
#    ^^^^^ warning[syntax/uneven-indent]
         q: low
    # What can only be meant so is not told: these cannot stand beside the theme or the state.
    state: Hours
            q!: * open *
        a: At nine.
    state: Two
      q!: * two *
      state: Three
          q: * three *
      state: Four
            q: * four *
