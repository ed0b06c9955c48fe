"""DuckDB's library, asked for texts: what lies in Parquet files and in a warehouse that is a file."""
import ctypes
import ctypes.util
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def library_path():
    """The one that the program takes."""
    fetched = sorted(str(path) for path in ROOT.glob(".local/duckdb/*/*duckdb*.so"))
    named = [os.environ.get("ESTEIRA_DUCKDB_LIBRARY"), ctypes.util.find_library("duckdb"), *fetched[-1:]]
    return next(path for path in named if path)


class Result(ctypes.Structure):
    """`duckdb_result` of duckdb.h; only the library looks inside."""
    _fields_ = [("counts", ctypes.c_uint64 * 3), ("parts", ctypes.c_void_p * 3)]


class DuckDB:
    def __init__(self, path=None):
        self.api = ctypes.CDLL(path or library_path())
        self.api.duckdb_result_error.restype = ctypes.c_char_p
        self.api.duckdb_value_varchar.restype = ctypes.c_void_p
        self.api.duckdb_row_count.restype = ctypes.c_uint64
        for name in ("duckdb_result_error", "duckdb_row_count"):
            getattr(self.api, name).argtypes = [ctypes.POINTER(Result)]
        self.api.duckdb_value_varchar.argtypes = [ctypes.POINTER(Result), ctypes.c_uint64, ctypes.c_uint64]
        self.api.duckdb_free.argtypes = [ctypes.c_void_p]

        self.connection = ctypes.c_void_p()
        database = ctypes.c_void_p()
        assert self.api.duckdb_open(None, ctypes.byref(database)) == 0
        assert self.api.duckdb_connect(database, ctypes.byref(self.connection)) == 0

    def texts_of(self, file, query):
        """As `texts`, of a database file, which is let go again at once."""
        self.texts(f"ATTACH '{file}' AS warehouse (READ_ONLY)")
        try:
            self.texts("USE warehouse")
            return self.texts(query)
        finally:
            self.texts("USE memory")
            self.texts("DETACH warehouse")

    def texts(self, statement):
        """The first column of what the statement answers."""
        result = Result()
        failed = self.api.duckdb_query(self.connection, statement.encode(), ctypes.byref(result))
        try:
            if failed:
                raise RuntimeError(self.api.duckdb_result_error(ctypes.byref(result)).decode())
            return [self.cell(result, row) for row in range(self.api.duckdb_row_count(ctypes.byref(result)))]
        finally:
            self.api.duckdb_destroy_result(ctypes.byref(result))

    def cell(self, result, row):
        pointer = self.api.duckdb_value_varchar(ctypes.byref(result), 0, row)
        text = ctypes.string_at(pointer).decode() if pointer else None
        self.api.duckdb_free(pointer)
        return text
