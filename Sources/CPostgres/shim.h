// What is used of libpq's interface, stable since PostgreSQL 9: the types of appendix "libpq" of its manual. The
// functions are looked up in the library when it is loaded.
#ifndef ESTEIRA_POSTGRES_H
#define ESTEIRA_POSTGRES_H

typedef unsigned int Oid;

typedef enum { CONNECTION_OK = 0, CONNECTION_BAD = 1 } ConnStatusType;

typedef enum {
    PGRES_EMPTY_QUERY = 0,
    PGRES_COMMAND_OK = 1,
    PGRES_TUPLES_OK = 2,
    PGRES_COPY_OUT = 3,
    PGRES_COPY_IN = 4
} ExecStatusType;

typedef struct {
    char *keyword;
    char *envvar;
    char *compiled;
    char *val;
    char *label;
    char *dispchar;
    int dispsize;
} PQconninfoOption;

typedef void (*PQnoticeProcessor)(void *argument, const char *message);

#endif
