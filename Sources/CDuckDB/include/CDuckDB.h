// The part of DuckDB's C API that Esteira calls, as a table of function pointers.
//
// The library is opened at run time, so building needs no DuckDB and no header of it: names, parameters and
// layouts below are the stable C API of DuckDB 1.4 and 1.5.

#ifndef ESTEIRA_CDUCKDB_H
#define ESTEIRA_CDUCKDB_H

#include <stdbool.h>
#include <stdint.h>

// Only the functions of the table are promised not to be null, so that Swift calls them without unwrapping.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wnullability-completeness"

// Handles are opaque: a function that takes the address of one destroys it and clears the variable.
typedef struct esteira_database *duckdb_database;
typedef struct esteira_connection *duckdb_connection;
typedef struct esteira_config *duckdb_config;
typedef struct esteira_extracted_statements *duckdb_extracted_statements;
typedef struct esteira_prepared_statement *duckdb_prepared_statement;
typedef struct esteira_pending_result *duckdb_pending_result;
typedef struct esteira_data_chunk *duckdb_data_chunk;
typedef struct esteira_vector *duckdb_vector;
typedef struct esteira_logical_type *duckdb_logical_type;

/// 0 is success, 1 is an error that another function words.
typedef uint32_t duckdb_state;

/// Passed by value to some functions, so its size is part of the contract; the members are never read here.
typedef struct {
    uint64_t column_count;
    uint64_t row_count;
    uint64_t rows_changed;
    void *columns;
    char *error_message;
    void *internal_data;
} duckdb_result;

typedef struct {
    double percentage;
    uint64_t rows_processed;
    uint64_t total_rows_to_process;
} duckdb_query_progress_type;

typedef struct {
    uint64_t offset;
    uint64_t length;
} duckdb_list_entry;

/// F(result, name without its prefix, parameters), in the order of use.
#define ESTEIRA_DUCKDB_FUNCTIONS(F)                                                                              \
    F(const char *, library_version, (void))                                                                     \
    F(duckdb_state, create_config, (duckdb_config *))                                                            \
    F(duckdb_state, set_config, (duckdb_config, const char *name, const char *value))                            \
    F(void, destroy_config, (duckdb_config *))                                                                   \
    F(duckdb_state, open_ext, (const char *path, duckdb_database *, duckdb_config, char **error))                \
    F(void, close, (duckdb_database *))                                                                          \
    F(duckdb_state, connect, (duckdb_database, duckdb_connection *))                                             \
    F(void, disconnect, (duckdb_connection *))                                                                   \
    F(void, interrupt, (duckdb_connection))                                                                      \
    F(duckdb_query_progress_type, query_progress, (duckdb_connection))                                           \
    F(void, free, (void *))                                                                                      \
    F(uint64_t, extract_statements, (duckdb_connection, const char *sql, duckdb_extracted_statements *))         \
    F(const char *, extract_statements_error, (duckdb_extracted_statements))                                     \
    F(void, destroy_extracted, (duckdb_extracted_statements *))                                                  \
    F(duckdb_state, prepare_extracted_statement,                                                                 \
      (duckdb_connection, duckdb_extracted_statements, uint64_t index, duckdb_prepared_statement *))             \
    F(const char *, prepare_error, (duckdb_prepared_statement))                                                  \
    F(void, destroy_prepare, (duckdb_prepared_statement *))                                                      \
    F(uint64_t, prepared_statement_column_count, (duckdb_prepared_statement))                                    \
    F(const char *, prepared_statement_column_name, (duckdb_prepared_statement, uint64_t column))                \
    F(duckdb_logical_type, prepared_statement_column_logical_type, (duckdb_prepared_statement, uint64_t column)) \
    F(duckdb_state, pending_prepared, (duckdb_prepared_statement, duckdb_pending_result *))                      \
    F(duckdb_state, pending_prepared_streaming, (duckdb_prepared_statement, duckdb_pending_result *))            \
    F(const char *, pending_error, (duckdb_pending_result))                                                      \
    F(duckdb_state, execute_pending, (duckdb_pending_result, duckdb_result *))                                   \
    F(void, destroy_pending, (duckdb_pending_result *))                                                          \
    F(const char *, result_error, (duckdb_result *))                                                             \
    F(uint64_t, rows_changed, (duckdb_result *))                                                                 \
    F(uint64_t, column_count, (duckdb_result *))                                                                 \
    F(const char *, column_name, (duckdb_result *, uint64_t column))                                             \
    F(duckdb_logical_type, column_logical_type, (duckdb_result *, uint64_t column))                              \
    F(duckdb_data_chunk, fetch_chunk, (duckdb_result))                                                           \
    F(void, destroy_result, (duckdb_result *))                                                                   \
    F(uint64_t, data_chunk_get_size, (duckdb_data_chunk))                                                        \
    F(duckdb_vector, data_chunk_get_vector, (duckdb_data_chunk, uint64_t column))                                \
    F(void, destroy_data_chunk, (duckdb_data_chunk *))                                                           \
    F(void *, vector_get_data, (duckdb_vector))                                                                  \
    F(uint64_t *, vector_get_validity, (duckdb_vector))                                                          \
    F(duckdb_vector, list_vector_get_child, (duckdb_vector))                                                     \
    F(uint32_t, get_type_id, (duckdb_logical_type))                                                              \
    F(char *, logical_type_get_alias, (duckdb_logical_type))                                                     \
    F(uint8_t, decimal_width, (duckdb_logical_type))                                                             \
    F(uint8_t, decimal_scale, (duckdb_logical_type))                                                             \
    F(duckdb_logical_type, list_type_child_type, (duckdb_logical_type))                                          \
    F(void, destroy_logical_type, (duckdb_logical_type *))

#define ESTEIRA_DUCKDB_MEMBER(result, name, parameters) result(*_Nonnull name) parameters;

/// Every function of one loaded library; all are there once loading succeeded.
typedef struct {
    ESTEIRA_DUCKDB_FUNCTIONS(ESTEIRA_DUCKDB_MEMBER)
} duckdb_functions;

/// Fills a table that lives as long as the process. Returns NULL and names the first missing symbol otherwise.
const duckdb_functions *_Nullable esteira_duckdb_functions(
    void *_Nonnull library, const char *_Nullable *_Nonnull missing);

/// The file that a loaded table of functions came from; NULL where the system does not tell.
const char *_Nullable esteira_duckdb_path(const duckdb_functions *_Nonnull functions);

#pragma clang diagnostic pop

#endif
