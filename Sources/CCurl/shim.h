/* libcurl's setters take any number of arguments, which Swift cannot call: here each has the one type that is meant. */
#ifndef RINGBACK_CURL_H
#define RINGBACK_CURL_H

#define CURL_DISABLE_DEPRECATION
#include <curl/curl.h>
#include <stdbool.h>

static inline CURLcode ringback_curl_number(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ringback_curl_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ringback_curl_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

/* CURLOPT_WRITEFUNCTION and CURLOPT_HEADERFUNCTION, with what they are given. */
static inline CURLcode ringback_curl_sink(
    CURL *handle, CURLoption function, curl_write_callback callback, CURLoption data, void *context) {
    CURLcode code = curl_easy_setopt(handle, function, callback);
    return code == CURLE_OK ? curl_easy_setopt(handle, data, context) : code;
}

/* Asked before a socket is opened, with the address that a name has led to. */
static inline CURLcode ringback_curl_door(CURL *handle, curl_opensocket_callback callback, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, callback);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, context) : code;
}

/* The bytes are copied. */
static inline CURLcode ringback_curl_body(CURL *handle, const void *bytes, size_t count) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_COPYPOSTFIELDS, bytes) : code;
}

/* Only http and https, at first and after a redirect. */
static inline CURLcode ringback_curl_web_only(CURL *handle) {
#if LIBCURL_VERSION_NUM >= 0x075500
    CURLcode code = curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https") : code;
#else
    CURLcode code = curl_easy_setopt(handle, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
    return code == CURLE_OK
        ? curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS)) : code;
#endif
}

/* A thread that still looks a name up is not waited for. */
static inline CURLcode ringback_curl_quick_exit(CURL *handle) {
#if LIBCURL_VERSION_NUM >= 0x075700
    return curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L);
#else
    return CURLE_OK;
#endif
}

static inline long ringback_curl_status(CURL *handle) {
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

static inline CURL *ringback_curl_open(void) { return curl_easy_init(); }

static inline bool ringback_curl_start(void) { return curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK; }

#endif
