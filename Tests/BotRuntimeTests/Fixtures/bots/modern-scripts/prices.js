const prices = new Map([["green", 3], ["black", 2.5]]);

const priceOf = async (tea) => prices.get(tea);

export default { priceOf };
