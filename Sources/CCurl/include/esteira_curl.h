// One thing that is used of libcurl: to post a text. The library is opened when it is first done; building needs none.
#ifndef ESTEIRA_CURL_H
#define ESTEIRA_CURL_H

#include <stddef.h>

/// Posts JSON and waits for the answer, whose body is thrown away. Follows no redirection.
///
/// - library: what `dlopen` gave for libcurl 7.85 or later.
/// - error: at least 256 bytes; gets libcurl's words where there is no answer.
/// - Returns: the status of the answer; 0 where there is none; -1 where a function is not in the library.
long esteira_curl_post(
    void *library, const char *url, const char *body, size_t length, long timeout_milliseconds, char *error);

#endif
