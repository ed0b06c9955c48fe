/// What functions of other engines are called in the catalogue, by names in small letters; DuckDB knows these too.
package let functionSynonyms = [
    "isnull": "coalesce", "lcase": "lower", "len": "length", "nvl": "coalesce", "ucase": "upper",
]
