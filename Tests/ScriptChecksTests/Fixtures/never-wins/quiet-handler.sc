theme: /
    # The bot chooses itself.
    init:
        bind("selectNLUResult", function(ctx) { ctx.selectedNLUResult = ctx.nluResults.patterns[1]; });
    state: Price
        q!: * (price|cost) *
        a: Ten.
    state: Cost
        q!: * cost *
        a: Twenty.
