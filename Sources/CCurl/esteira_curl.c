#include "esteira_curl.h"

#include <dlfcn.h>
#include <signal.h>

// Numbers of libcurl's interface, which never change: https://curl.se/libcurl/c/symbols-in-versions.html
enum {
    option_post_fields_size = 60,
    option_no_signal = 99,
    option_timeout_milliseconds = 155,
    option_url = 10002,
    option_error_buffer = 10010,
    option_post_fields = 10015,
    option_headers = 10023,
    option_write_function = 20011,
    option_protocols = 10318,
    information_response_code = 0x200002,
};

static size_t forget(char *bytes, size_t size, size_t count, void *unused) {
    (void)bytes;
    (void)unused;
    return size * count;
}

/// Does the request. A server that hangs up while TLS is written raises SIGPIPE on this thread, which would end the
/// program: it is held back, and taken when it has come.
static int perform_quietly(int (*perform)(void *), void *handle) {
    sigset_t broken_pipe, before;
    sigemptyset(&broken_pipe);
    sigaddset(&broken_pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &broken_pipe, &before);
    int result = perform(handle);
    sigset_t pending;
    sigpending(&pending);
    int signal_number;
    if (sigismember(&pending, SIGPIPE)) sigwait(&broken_pipe, &signal_number);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return result;
}

long esteira_curl_post(
    void *library, const char *url, const char *body, size_t length, long timeout_milliseconds, char *error
) {
    void *(*start)(void) = (void *(*)(void))dlsym(library, "curl_easy_init");
    int (*set)(void *, int, ...) = (int (*)(void *, int, ...))dlsym(library, "curl_easy_setopt");
    int (*perform)(void *) = (int (*)(void *))dlsym(library, "curl_easy_perform");
    int (*get)(void *, int, ...) = (int (*)(void *, int, ...))dlsym(library, "curl_easy_getinfo");
    void (*end)(void *) = (void (*)(void *))dlsym(library, "curl_easy_cleanup");
    void *(*append)(void *, const char *) = (void *(*)(void *, const char *))dlsym(library, "curl_slist_append");
    void (*free_list)(void *) = (void (*)(void *))dlsym(library, "curl_slist_free_all");
    if (!start || !set || !perform || !get || !end || !append || !free_list) return -1;

    error[0] = 0;
    void *handle = start();
    if (!handle) return 0;
    void *headers = append(NULL, "content-type: application/json");
    headers = append(headers, "user-agent: esteira");
    set(handle, option_url, url);
    set(handle, option_protocols, "http,https");
    set(handle, option_post_fields, body);
    set(handle, option_post_fields_size, (long)length);
    set(handle, option_headers, headers);
    set(handle, option_timeout_milliseconds, timeout_milliseconds);
    // Signals are the program's: libcurl must not use them to time out.
    set(handle, option_no_signal, 1L);
    set(handle, option_error_buffer, error);
    set(handle, option_write_function, forget);
    long status = 0;
    if (perform_quietly(perform, handle) == 0) get(handle, information_response_code, &status);
    free_list(headers);
    end(handle);
    return status;
}
