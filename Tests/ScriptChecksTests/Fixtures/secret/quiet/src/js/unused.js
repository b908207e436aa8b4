// let botToken = process.env.TOKEN2024;
if (token == "0123456789abcd") { token = "order-pizza"; }
var apiKey = "key-0123456789-" + number;
var url = `${token}0123456789`;
