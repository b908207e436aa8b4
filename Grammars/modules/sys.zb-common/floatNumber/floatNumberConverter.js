// Values of numbers with a fraction, and of what is reckoned with them.

var cnv = $converters;

// A word as a number, for the few that stand for one by themselves.
function word2value(word) {
    var words = { "полтора": 1.5, "полторы": 1.5, "половина": 0.5, "четверть": 0.25, "треть": 1 / 3, "пи": Math.PI, "pi": Math.PI };
    return words[String(word).toLowerCase()];
}

// "0.1 + 0.2" is 0.3, not 0.30000000000000004.
cnv.floatNumberRounded = function(value) {
    return typeof value === "number" && isFinite(value) ? Number(value.toPrecision(15)) : value;
};

// MARK: Numbers

// "3,5", "-0.25".
cnv.floatNumberWithDelimeterConverter = function(parseTree) {
    var parts = parseTree.text.replace(/[\s+]/g, "").split(/[.,]/);
    return Number(parts.join("."));
};

// "три целых пять десятых": 3.5. Without a word for the parts the digits simply follow: "сто и двести" is 100.2.
cnv.floatNumberWordsDelimetedConverter = function(parseTree) {
    var whole = Number(parseTree.Number[0].value), tail = parseTree.floatNumberTail[0];
    var digits = (tail.NumberOneDigit || []).concat(tail.Number || []).map(function(node) { return node.value; }).join("");
    var zeros = new Array((tail.nought || []).length + 1).join("0");
    var part = Number("0." + zeros + digits);
    if (tail.FloatNumberFraction) part = Number(digits) / tail.FloatNumberFraction[0].value;
    else if (zeros && !digits) part = 0;
    else if (!zeros && digits.length > 1 && tail.Number && whole >= 0) part = Number("0." + String(Number(digits)).replace(/0+$/, ""));
    return cnv.floatNumberRounded(whole < 0 ? whole - part : whole + part);
};

// "пять с половиной"; the pattern's own value is the part.
cnv.numberAndHalfConverter = function(parseTree) {
    var whole = Number(parseTree.Number[0].value), part = Number(parseTree.value);
    return whole < 0 ? whole - part : whole + part;
};

// "3/4".
cnv.numberDivisionConverter = function(parseTree) {
    var parts = parseTree.text.replace(/\s/g, "").replace(/,/g, ".").split("/");
    return Number(parts[0]) / Number(parts[1]);
};

cnv.fractions = function(parseTree) {
    return cnv.fractionConverter(parseTree);
};

// "пи", "2 пи", "2пи".
cnv.piNumberConverter = function(parseTree) {
    return Math.PI * (parseTree.Number ? parseTree.Number[0].value : 1);
};

cnv.piNumberWithoutSpacesConverter = function(parseTree) {
    var times = parseTree.text.split(",").join(".");
    return parseFloat(times) * Math.PI;
};

cnv.specialFloatNumberConverter = cnv.propagateConverter;

// "полтора миллиона"; the pattern's own value is the million.
cnv.floatMillionsConverter = function(parseTree) {
    var unit = Number(parseTree.value);
    delete parseTree.value;
    return cnv.floatNumberRounded(Number(cnv.propagateConverter(parseTree)) * unit);
};

cnv.floatNumberPropagateConverter = function(parseTree) {
    var value = Number(cnv.propagateConverter(parseTree));
    return parseTree.Minus ? -value : value;
};

cnv.floatNumberConverterNegativeText = cnv.floatNumberPropagateConverter;

// MARK: Reckoning

cnv.calcOperations = {
    plus: function(a, b) { return a + b; },
    minus: function(a, b) { return a - b; },
    times: function(a, b) { return a * b; },
    over: function(a, b) { return a / b; },
    power: Math.pow
};

// The result of operands and the operations between them: powers first, then times and over, then plus and minus.
cnv.calcChain = function(operands, operations) {
    [["power"], ["times", "over"], ["plus", "minus"]].forEach(function(rank) {
        for (var index = 0; index < operations.length;) {
            if (rank.indexOf(operations[index]) < 0) {
                index += 1;
                continue;
            }
            operands.splice(index, 2, cnv.calcOperations[operations[index]](operands[index], operands[index + 1]));
            operations.splice(index, 1);
        }
    });
    return cnv.floatNumberRounded(operands[0]);
};

// "два плюс два умножить на два".
cnv.mathSimpleExpressionConverter = function(parseTree) {
    var operands = [getOperandNumber(parseTree)], operations = [];
    parseTree.calcStep.forEach(function(step) {
        operations.push(step.CalcOp[0].value);
        operands.push(getOperandNumber(step));
    });
    return cnv.calcChain(operands, operations);
};

cnv.mathExpressionConverter = cnv.propagateConverter;
cnv.specialMathExpressionConverter = cnv.propagateConverter;
cnv.combinedExpressionWithoutSpacesConverter = cnv.propagateConverter;

// The number of a node's operand.
function getOperandNumber(path) {
    return Number(path.CalcOperand[0].value);
}

// "(2+3)*4", with brackets.
cnv.calcWrittenConverter = function(parseTree) {
    return cnv.calcWritten(parseTree.text);
};

cnv.calcWritten = function(text) {
    var inner = text.replace(/\s/g, "").replace(/,/g, ".").replace(/[×хx]/gi, "*").replace(/÷/g, "/"), before;
    // A bracket at the edge may be left out of what was matched.
    while (inner.split(")").length > inner.split("(").length) inner = "(" + inner;
    do {
        before = inner;
        inner = inner.replace(/\(([^()]*)\)/g, function(whole, content) { return cnv.calcWrittenFlat(content); });
    } while (inner !== before);
    return cnv.calcWrittenFlat(inner.replace(/[()]/g, ""));
};

// The same without brackets; a sign behind an operation or at the front belongs to the number.
cnv.calcWrittenFlat = function(text) {
    var names = { "+": "plus", "-": "minus", "*": "times", "/": "over", "^": "power" }, operands = [], operations = [];
    text.replace(/(^|[-+*\/^])(-?\d+(?:\.\d+)?(?:e[-+]?\d+)?)/g, function(whole, sign, number) {
        if (operands.length) operations.push(names[sign]);
        operands.push(operands.length || sign !== "-" ? Number(number) : -Number(number));
        return "";
    });
    return cnv.calcChain(operands, operations);
};

function convertMathExpressionInBrackets(path) {
    return cnv.calcWritten(path.text);
}

// "вычти 2 из 5" and the like: two operands in the order in which they are reckoned.
["plus", "minus", "times", "over"].forEach(function(name) {
    cnv["calc" + name.charAt(0).toUpperCase() + name.slice(1) + "Converter"] = function(parseTree) {
        return cnv.calcChain([Number(parseTree.CalcLeft[0].value), Number(parseTree.CalcRight[0].value)], [name]);
    };
});

// "дважды два".
cnv.calcTimesValueConverter = function(parseTree) {
    return cnv.floatNumberRounded(Number(parseTree.value) * getOperandNumber(parseTree));
};

// "10 процентов от 200".
cnv.calcPercentConverter = function(parseTree) {
    return cnv.floatNumberRounded(parseTree.CalcLeft[0].value * parseTree.CalcRight[0].value / 100);
};

// "треть от девяти".
cnv.calcShareConverter = function(parseTree) {
    var share = (parseTree.specialNumber || parseTree.Fraction)[0].value;
    return cnv.floatNumberRounded(share * parseTree.CalcRight[0].value);
};

cnv.calcHalfConverter = function(parseTree) {
    return parseTree.CalcNumber[0].value / 2;
};

cnv.calcPowerConverter = function(parseTree) {
    return Math.pow(parseTree.CalcNumber[0].value, parseTree.CalcPower[0].value);
};

// "корень из девяти", "корень третьей степени из 8", "натуральный логарифм 10".
cnv.calcFunctionConverter = function(parseTree) {
    if (parseTree.CalcFuncRt) return cnv.floatNumberRounded(Math.pow(parseTree.CalcArgument[0].value, 1 / parseTree.CalcFuncRt[0].Number[0].value));
    var names = { CalcFuncSqrt: Math.sqrt, CalcFuncCbrt: Math.cbrt, CalcFuncLn: Math.log, CalcFuncLg: Math.log10 };
    var name = Object.keys(names).find(function(one) { return parseTree.CalcFunc[0][one]; });
    return cnv.floatNumberRounded(names[name](parseTree.CalcNumber[0].value));
};

cnv.calcLogConverter = function(parseTree) {
    return cnv.floatNumberRounded(Math.log(parseTree.CalcArgument[0].value) / Math.log(parseTree.CalcBase[0].value));
};

cnv.calcTrigonometry = function(name, radians) {
    var value = { CalcSin: Math.sin, CalcCos: Math.cos, CalcTan: Math.tan, CalcCtg: function(angle) { return 1 / Math.tan(angle); } }[name](radians);
    return Number(value.toFixed(10));
};

cnv.calcTrigonometryName = function(parseTree) {
    return ["CalcSin", "CalcCos", "CalcTan", "CalcCtg"].find(function(name) { return parseTree[name]; });
};

cnv.calcDegreesConverter = function(parseTree) {
    return cnv.calcTrigonometry(cnv.calcTrigonometryName(parseTree), parseTree.CalcNumber[0].value * Math.PI / 180);
};

cnv.calcRadiansConverter = function(parseTree) {
    return cnv.calcTrigonometry(cnv.calcTrigonometryName(parseTree), parseTree.CalcNumber[0].value);
};

// "sin30".
cnv.calcDegreesWrittenConverter = function(parseTree) {
    var names = { s: "CalcSin", "с": "CalcSin", "к": "CalcCos", t: "CalcTan", "т": "CalcTan" }, text = parseTree.text.toLowerCase();
    var name = /^(cos|кос)/.test(text) ? "CalcCos" : /^(ctg|кот)/.test(text) ? "CalcCtg" : names[text.charAt(0)];
    return cnv.calcTrigonometry(name, parseFloat(text.replace(/[^\d.,-]/g, "").replace(",", ".")) * Math.PI / 180);
};

cnv.factorialConverter = function(parseTree) {
    var number = Number(cnv.propagateConverter(parseTree)), product = 1;
    for (var factor = 2; factor <= Math.min(number, 171); factor++) product *= factor;
    return product;
};
