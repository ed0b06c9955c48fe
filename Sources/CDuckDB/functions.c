#define _GNU_SOURCE
#include "CDuckDB.h"

#include <dlfcn.h>
#include <stdlib.h>

const duckdb_functions *esteira_duckdb_functions(void *library, const char **missing) {
    duckdb_functions *table = malloc(sizeof(duckdb_functions));
    if (!table) {
        *missing = "memory";
        return NULL;
    }
#define ESTEIRA_DUCKDB_FILL(result, name, parameters)       \
    *(void **)(&table->name) = dlsym(library, "duckdb_" #name); \
    if (!*(void **)(&table->name)) {                        \
        *missing = "duckdb_" #name;                         \
        free(table);                                        \
        return NULL;                                        \
    }
    ESTEIRA_DUCKDB_FUNCTIONS(ESTEIRA_DUCKDB_FILL)
    return table;
}

const char *esteira_duckdb_path(const duckdb_functions *functions) {
    Dl_info info;
    if (!dladdr((const void *)functions->library_version, &info)) return NULL;
    return info.dli_fname;
}
