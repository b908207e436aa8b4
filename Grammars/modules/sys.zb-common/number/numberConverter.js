// Values of the patterns of numbers. A converter is given the node of its pattern.

var cnv = $converters;

// "12", "-5", "5.0".
cnv.numberConverterDigit = function(parseTree) {
    return parseInt(parseTree.text, 10);
};

// "30.000", "1 000 000".
cnv.numberConverterCommaSeparatedDigit = function(parseTree) {
    return Number(parseTree.text.replace(/[^\d-]/g, ""));
};

// "5-го", "21st".
cnv.numberConverterOrdinalDigit = cnv.numberConverterDigit;

// The value that stands in the pattern: `сорок:40`.
cnv.numberConverterValue = function(parseTree) {
    return Number(parseTree.value);
};

// "thirty-first".
cnv.numberConverterDozenDash = function(parseTree) {
    var words = parseTree.text.split("-");
    return cnv.convertDozens(words[0]) + cnv.convertUnits(words[1]);
};

cnv.convertDozens = function(text) {
    var stems = ["twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"];
    return 20 + 10 * stems.findIndex(function(stem) { return text.toLowerCase().startsWith(stem); });
};

cnv.convertUnits = function(text) {
    var units = [["one", "first"], ["two", "second"], ["three", "third"], ["four"], ["fi"], ["six"], ["seven"], ["eight"], ["nin"]];
    return 1 + units.findIndex(function(stems) {
        return stems.some(function(stem) { return text.toLowerCase().startsWith(stem); });
    });
};

// The one value at or below the node.
cnv.numberSimpleConverter = function(parseTree) {
    return Number(cnv.propagateConverter(parseTree));
};

// All values together, negative behind a minus.
cnv.numberConverterSum = function(parseTree) {
    var sum = cnv.collectParseTreeValues(parseTree).reduce(function(total, value) { return total + Number(value); }, 0);
    return parseTree.Minus ? -sum : sum;
};

// How often the value of the pattern is meant: "пять" of "пять тысяч", once if nobody says.
cnv.numberConverterMultiply = function(parseTree) {
    var unit = Number(parseTree.value);
    delete parseTree.value;
    return cnv.collectParseTreeValues(parseTree).length ? cnv.numberConverterTimes(parseTree) * unit : unit;
};

// "два с половиной" are the sum of its parts; the parts of any other pattern are multiplied.
cnv.numberConverterTimes = function(parseTree) {
    if (parseTree.numberPlusHalf) return cnv.numberConverterSum(parseTree);
    return cnv.collectParseTreeValues(parseTree).reduce(function(product, value) { return product * Number(value); }, 1);
};

cnv.numberConverterMultiplyInner = function(parseTree) {
    return cnv.collectParseTreeValues(parseTree).reduce(function(product, value) { return product * Number(value); }, 1);
};

// "5к", "20тыс", "3млн".
cnv.numberConverterGlued = function(parseTree) {
    var zeros = { "к": 3, "k": 3, "тыс": 3, "млн": 6, "млрд": 9 };
    return parseInt(parseTree.text, 10) * Math.pow(10, zeros[parseTree.text.toLowerCase().replace(/\d/g, "")]);
};

cnv.numberConverterRest = function(parseTree) {
    return parseTree.numberBelowThousand ? cnv.propagateConverter(parseTree) : parseInt(parseTree.text, 10);
};

// MARK: Numbers with a fraction

// "3,5", "-0.25".
cnv.floatNumberWithDelimeterConverter = function(parseTree) {
    return Number(parseTree.text.split(/\s+/).join("").split(",").join("."));
};

// "3/4": the number by the word that says how many parts make a whole.
cnv.fractionConverter = function(parseTree) {
    return Number(cnv.numberSafeValue(parseTree.Number, 1)) / Number(parseTree.Denominator[0].value);
};

cnv.numberSafeValue = function(nodes, otherwise) {
    return nodes && nodes[0].value !== undefined ? nodes[0].value : otherwise;
};
