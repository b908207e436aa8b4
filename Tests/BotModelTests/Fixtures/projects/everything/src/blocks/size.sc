theme: /AskSize
    state: Ask
        a: Which size?
