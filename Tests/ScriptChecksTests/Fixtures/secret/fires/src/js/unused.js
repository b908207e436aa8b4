// let botToken = "12345678:not-a-real-one";
/* # headers = [{"ApiKey":"not-real-0123456789"}] */
var body = "{\"password\": \"n0t-real-either\"}";
