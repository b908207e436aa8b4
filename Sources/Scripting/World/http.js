// $http: asks servers, and waits for what they say (dsl.md 5.4).
//
// query(url, settings), get, post, put, delete   settings: method, query (values for `${name}` in the url), body (text or object), form (object),
//                                                 headers, dataType ("json", "text", "xml"), timeout (ms, 25000 at most), cachingRequired, fileUrl, fileName
//   → { isOk, status, data, error, response: { status, headers, body } } with then(function (data, status, response) …) and
//     catch(function (response, status, error) …); both give back this same object. status is -1 when there was no answer.
// config(settings)         for all later calls: url { protocol, host, port }, headers, dataType, timeout, cacheTimeToLiveInSeconds
// check(method, urls)      the first of the addresses that answers well, else null
// checkUrls(method, urls, all)  those that answer well, as a list; with all = true, true or false: whether all do
// 15 requests a turn; the next gives { isOk: false, status: -1, error: "Callback limit reached" }.
(function (world) {
    "use strict";

    var config = {};

    function text(value) { return world.isObject(value) ? world.stringify(value) : "" + value; }

    function pairs(object, member, name) {
        if (object === undefined || object === null) return undefined;
        if (!world.isObject(object) || world.isArray(object)) {
            world.wrong("$http." + member + ": `" + name + "` must be an object, such as { " + name + ": { a: 1 } }.");
        }
        return world.map(world.keys(object), function (key) { return [key, text(object[key])]; });
    }

    // Only the values that the address names: bots give all of $session there.
    function values(url, settings, member) {
        var given = settings.query;
        if (given === undefined || given === null) return [];
        if (!world.isObject(given)) {
            world.wrong("$http." + member + ": `query` must be an object with the values of the address, such as { query: { city: \"Omsk\" } }.");
        }
        var found = [], names = world.host("http.places", url);
        for (var index = 0; index < names.length; index++) {
            if (names[index] in given) world.append(found, [names[index], text(given[names[index]])]);
        }
        return found;
    }

    function headers(settings, member) {
        var all = pairs(config.headers, "config", "headers") || [], own = pairs(settings.headers, member, "headers") || [];
        for (var index = 0; index < own.length; index++) world.append(all, own[index]);
        return all;
    }

    function base() {
        var url = config.url;
        if (!world.isObject(url)) return undefined;
        return {
            protocol: url.protocol === undefined ? undefined : "" + url.protocol, host: "" + url.host,
            port: url.port === undefined ? undefined : "" + url.port
        };
    }

    function either(own, common) { return own === undefined ? common : own; }

    function question(member, method, url, settings) {
        if (typeof url !== "string") {
            world.wrong("$http." + member + " takes an address as its first argument, such as \"https://example.com/orders\".");
        }
        if (settings === undefined || settings === null) settings = {};
        if (!world.isObject(settings)) world.wrong("$http." + member + " takes its settings as an object, such as { timeout: 5000 }.");
        if (settings.oauth2ResourceDetail !== undefined) {
            world.wrong("$http." + member + ": `oauth2ResourceDetail` is not supported; ask for a token by $http.post and send it as the header Authorization.");
        }
        var body = settings.body, dataType = either(settings.dataType, config.dataType);
        return {
            method: method === undefined ? "" + either(settings.method, "GET") : method, url: url, base: base(),
            values: values(url, settings, member), form: pairs(settings.form, member, "form"),
            body: body === undefined || body === null ? undefined : text(body), isObject: world.isObject(body),
            headers: headers(settings, member), dataType: dataType === undefined ? undefined : "" + dataType,
            timeout: +either(settings.timeout, config.timeout), isKept: settings.cachingRequired === true,
            keptSeconds: config.cacheTimeToLiveInSeconds === undefined ? undefined : +config.cacheTimeToLiveInSeconds,
            fileUrl: settings.fileUrl === undefined ? undefined : "" + settings.fileUrl,
            fileName: settings.fileName === undefined ? undefined : "" + settings.fileName
        };
    }

    function handler(member, given) {
        if (typeof given !== "function") world.wrong("$http: " + member + "(…) takes a function.");
        return given;
    }

    function result(answer) {
        var found = { isOk: answer.isOk, data: answer.data, status: answer.status, error: answer.error, response: {} };
        if (answer.form !== undefined) found.response = { status: answer.status, headers: answer.headers, body: answer.text };
        if (answer.form === "text") found.data = answer.text;
        if (answer.form === "json" && answer.text !== "") {
            try {
                found.data = world.parse(answer.text);
            } catch (mistake) {
                found.data = answer.text;
                found.isOk = false;
                found.error = "The answer is not JSON: " + mistake.message;
            }
        }
        // `await $http.get(…)` of newer scripts comes here, too: it asks for the data, or fails.
        world.hide(found, "then", function (then, otherwise) {
            handler("then", then);
            if (found.isOk) then(found.data, found.status, found.response);
            else if (typeof otherwise === "function") otherwise(found.response, found.status, found.error);
            return found;
        });
        world.hide(found, "catch", function (otherwise) {
            handler("catch", otherwise);
            if (!found.isOk) otherwise(found.response, found.status, found.error);
            return found;
        });
        return found;
    }

    function ask(member, method, url, settings) {
        return result(world.host("http", question(member, method, url, settings), world.replyCount(), member));
    }

    function isGood(member, method, url) {
        return world.host("http", question(member, "" + method, "" + url, {}), world.replyCount(), member).isOk;
    }

    function addresses(member, urls) {
        if (typeof urls === "string") return [urls];
        if (!world.isArray(urls)) world.wrong("$http." + member + " takes a method and a list of addresses, such as (\"HEAD\", [\"https://example.com\"]).");
        return urls;
    }

    world.define("$http", {
        query: function (url, settings) { return ask("query", undefined, url, settings); },
        get: function (url, settings) { return ask("get", "GET", url, settings); },
        post: function (url, settings) { return ask("post", "POST", url, settings); },
        put: function (url, settings) { return ask("put", "PUT", url, settings); },
        delete: function (url, settings) { return ask("delete", "DELETE", url, settings); },
        config: function (settings) {
            if (!world.isObject(settings)) world.wrong("$http.config takes an object, such as { url: { protocol: \"https\", host: \"example.com\" } }.");
            config = world.assign({}, config, settings);
        },
        // What these two give on the platform is not written down (uncertain).
        check: function (method, urls) {
            urls = addresses("check", urls);
            for (var index = 0; index < urls.length; index++) if (isGood("check", method, urls[index])) return urls[index];
            return null;
        },
        checkUrls: function (method, urls, all) {
            var good = [];
            urls = addresses("checkUrls", urls);
            for (var index = 0; index < urls.length; index++) if (isGood("checkUrls", method, urls[index])) world.append(good, urls[index]);
            return all === true ? good.length === urls.length : good;
        }
    });
})(__ringback);
