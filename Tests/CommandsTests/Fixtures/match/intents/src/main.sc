theme: /
    state: Book
        intent!: /Book
        a: For when?
    state: Cancel
        q!: * cancel *
        a: Cancelled.
