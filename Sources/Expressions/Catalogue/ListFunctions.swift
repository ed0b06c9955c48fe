/// Functions of lists and of JSON. Places in a list count from 1.
let listFunctions: [Function] = lists + documents

private let lists: [Function] = [
    Function(
        "list_contains",
        .list,
        Signature(.listOfSame, .same, gives: .boolean),
        spelling: .init("list_contains({0}, {1})", spark: "array_contains({0}, {1})"),
        summary: "Whether a value is in the list.",
        examples: .init("list_contains(['a', 'b'], 'b')", "true")
    ),
    Function(
        "list_length",
        .list,
        Signature(.listOfSame, gives: .bigint),
        spelling: .init("len({0})", spark: "CAST(size({0}) AS BIGINT)"),
        summary: "How many values the list has.",
        examples: .init("list_length([1, 2, 3])", "3")
    ),
    Function(
        "list_element",
        .list,
        Signature(.listOfSame, .bigint, gives: .same),
        nulls: .always,
        spelling: .init("list_extract({0}, {1})", spark: "try_element_at({0}, CAST({1} AS INT))"),
        summary: "The value at a place; null past the end.",
        examples: .init("list_element(['a', 'b'], 2)", "'b'"),
        .init("list_element(['a'], 5)", "null")
    ),
    Function(
        "list_position",
        .list,
        Signature(.listOfSame, .same, gives: .int),
        nulls: .always,
        spelling: .init("list_position({0}, {1})", spark: "array_position({0}, {1})"),
        summary: "The first place of a value; null where it is not in the list.",
        examples: .init("list_position(['a', 'b'], 'b')", "2")
    ),
    Function(
        "list_distinct",
        .list,
        Signature(.listOfSame, gives: .listOfSame),
        spelling: .init("list_sort(list_distinct({0}))", spark: "array_sort(array_distinct({0}))"),
        summary: "The different values, sorted, without nulls.",
        examples: .init("list_distinct([2, 1, 2])", "[1, 2]")
    ),
    Function(
        "list_sort",
        .list,
        Signature(.listOfSame, gives: .listOfSame),
        spelling: .init("list_sort({0}, 'ASC', 'NULLS LAST')", spark: "array_sort({0})"),
        summary: "The values in ascending order, nulls last.",
        examples: .init("list_sort([3, 1, 2])", "[1, 2, 3]")
    ),
    Function(
        "list_concat",
        .list,
        Signature(.listOfSame, .listOfSame, gives: .listOfSame),
        spelling: .init("list_concat({0}, {1})", spark: "concat({0}, {1})"),
        summary: "The values of both lists.",
        examples: .init("list_concat([1], [2])", "[1, 2]")
    ),
    Function(
        "list_min",
        .list,
        Signature(.listOfSame, gives: .same),
        nulls: .always,
        spelling: .init("list_min({0})", spark: "array_min({0})"),
        summary: "The smallest value.",
        examples: .init("list_min([2, 1])", "1")
    ),
    Function(
        "list_max",
        .list,
        Signature(.listOfSame, gives: .same),
        nulls: .always,
        spelling: .init("list_max({0})", spark: "array_max({0})"),
        summary: "The greatest value.",
        examples: .init("list_max([2, 1])", "2")
    ),
    Function(
        "array_to_string",
        .list,
        Signature(.exactly(.list(.string)), .string, gives: .string),
        spelling: .init("array_to_string({0}, {1})", spark: "array_join({0}, {1})"),
        summary: "The texts joined with the second between them; nulls are passed over.",
        examples: .init("array_to_string(['a', 'b'], '-')", "'a-b'")
    ),
]

private let documents: [Function] = [
    Function(
        "json_valid",
        .json,
        Signature(.string, gives: .boolean),
        spelling: .init("json_valid({0})"),
        summary: "Whether a text is JSON.",
        examples: .init("json_valid('{\"a\": 1}')", "true"),
        .init("json_valid('{a')", "false")
    ),
    Function(
        "json_extract",
        .json,
        Signature(.json, .string, gives: .json),
        nulls: .always,
        spelling: .init("json_extract({0}, {1})", spark: "get_json_object({0}, {1})"),
        summary: "What stands at a path such as `$.items[0].id`; null where nothing does.",
        examples: .init("json_extract(cast('{\"a\": [1, 2]}' as json), '$.a')", "cast('[1,2]' as json)")
    ),
    Function(
        "json_extract_string",
        .json,
        Signature(.json, .string, gives: .string),
        nulls: .always,
        spelling: .init("json_extract_string({0}, {1})", spark: "get_json_object({0}, {1})"),
        summary: "The text at a path, without quotes; null where nothing stands there.",
        examples: .init("json_extract_string(cast('{\"a\": \"x\"}' as json), '$.a')", "'x'")
    ),
    Function(
        "json_array_length",
        .json,
        Signature(.json, gives: .bigint),
        spelling: .init("CAST(json_array_length({0}) AS BIGINT)"),
        summary: "How many items a JSON array has; 0 for anything else.",
        examples: .init("json_array_length(cast('[1, 2]' as json))", "2")
    ),
    Function(
        "to_json",
        .json,
        Signature(.anything, gives: .json),
        summary: "The value as JSON.",
        examples: .init("to_json([1, 2])", "cast('[1,2]' as json)")
    ),
]
