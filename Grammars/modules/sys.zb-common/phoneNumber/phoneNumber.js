// Values of the patterns of telephone numbers: texts of digits, in which zeros at the front are kept.

var cnv = $converters;

// All that a node says in digits, one part behind the other.
cnv.phoneDigits = function(parseTree) {
    return cnv.collectParseTreeValues(parseTree).join("");
};

// A number that is said in words, of as many digits as the pattern's name says: "девятьсот пять" is "905", "ноль пять" is "05".
cnv.phoneNumberSum = function(parseTree) {
    return String(cnv.numberConverterSum(parseTree));
};

// "931", "52" as they are written.
cnv.phoneNumberText = function(parseTree) {
    return parseTree.text.replace(/\D/g, "");
};

// A digit by its name, or as it is written.
cnv.phoneOneDigit = function(parseTree) {
    return parseTree.value === undefined ? parseTree.text : parseTree.value;
};

// "пять тысяч": 5000.
cnv.phoneThousands = function(parseTree) {
    var count = cnv.propagateConverter(parseTree);
    return 1000 * (count === undefined ? 1 : Number(count));
};

// "три семерки": the pattern's own value is how many.
cnv.PhoneNumberSameDigits = function(pt) {
    var count = Number(pt.value);
    var digits = cnv.nodesBelow(pt).map(function(node) { return node.value; }).join("");
    return new Array(count + 1).join(digits);
};

// As numbers of Russia are written: with +7 in front.
cnv.phoneNumberInternational = function(digits) {
    return "+7" + digits.slice(-10);
};

cnv.mobilePhoneNumberInWordsConverter = function(pt) {
    return cnv.phoneNumberInternational(cnv.phoneDigits(pt));
};

cnv.mobilePhoneNumberInDigitsConverter = function(pt) {
    return cnv.phoneNumberInternational(cnv.phoneNumberText(pt));
};
