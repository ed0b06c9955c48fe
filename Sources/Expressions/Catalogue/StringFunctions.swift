/// Functions of text. Positions and lengths count characters (Unicode scalars) from 1.
let stringFunctions: [Function] = letters + parts + patterns + digests

private let letters: [Function] = [
    Function(
        "lower",
        .string,
        Signature(.string, gives: .string),
        summary: "The text in lower case.",
        examples: .init("lower('São Paulo')", "'são paulo'")
    ),
    Function(
        "upper",
        .string,
        Signature(.string, gives: .string),
        summary: "The text in upper case.",
        examples: .init("upper('são paulo')", "'SÃO PAULO'")
    ),
    Function(
        "initcap",
        .string,
        Signature(.string, gives: .string),
        spelling: .init(
            "array_to_string(list_transform(string_split(lower({0}), ' '), lambda w: upper(w[1]) || w[2:]), ' ')",
            spark: "initcap({0})"
        ),
        summary: "Each word, cut at blanks, with its first letter in upper case and the rest in lower case.",
        examples: .init("initcap('joão DA silva')", "'João Da Silva'")
    ),
    Function(
        "trim",
        .string,
        Signature(.string, .string, optional: 1, gives: .string),
        spelling: .init("trim({*})", spark: "btrim({*})"),
        summary: "The text without blanks at both ends, or without any of the given characters.",
        examples: .init("trim('  a b ')", "'a b'"),
        .init("trim('--a-', '-')", "'a'")
    ),
    Function(
        "ltrim",
        .string,
        Signature(.string, .string, optional: 1, gives: .string),
        summary: "The text without blanks, or the given characters, at its start.",
        examples: .init("ltrim('  a ')", "'a '")
    ),
    Function(
        "rtrim",
        .string,
        Signature(.string, .string, optional: 1, gives: .string),
        summary: "The text without blanks, or the given characters, at its end.",
        examples: .init("rtrim(' a  ')", "' a'")
    ),
    Function(
        "strip_accents",
        .string,
        Signature(.string, gives: .string),
        summary: "The text with its accents taken off.",
        examples: .init("strip_accents('ação')", "'acao'")
    ),
    Function(
        "reverse",
        .string,
        Signature(.string, gives: .string),
        summary: "The text back to front.",
        examples: .init("reverse('abc')", "'cba'")
    ),
    Function(
        "repeat",
        .string,
        Signature(.string, .bigint, gives: .string),
        summary: "The text so many times over.",
        examples: .init("repeat('ab', 3)", "'ababab'")
    ),
    Function(
        "lpad",
        .string,
        Signature(.string, .int, .string, gives: .string),
        summary: "The text filled up at its start to a length; cut to that length when it is longer.",
        examples: .init("lpad('7', 3, '0')", "'007'")
    ),
    Function(
        "rpad",
        .string,
        Signature(.string, .int, .string, gives: .string),
        summary: "The text filled up at its end to a length; cut to that length when it is longer.",
        examples: .init("rpad('7', 3, '.')", "'7..'")
    ),
    Function(
        "concat",
        .string,
        Signature(.string, isVariadic: true, gives: .string),
        nulls: .never,
        spelling: .init("concat({*})", spark: "concat_ws('', {*})"),
        summary: "The texts joined; nulls are passed over. With `||` a null makes the whole null.",
        examples: .init("concat('a', null, 'b')", "'ab'")
    ),
    Function(
        "concat_ws",
        .string,
        Signature(.string, .string, isVariadic: true, gives: .string),
        summary: "The texts joined with the first between them; nulls are passed over.",
        examples: .init("concat_ws(', ', 'a', null, 'b')", "'a, b'")
    ),
    Function(
        "chr",
        .string,
        Signature(.int, gives: .string),
        summary: "The character of a Unicode number.",
        examples: .init("chr(227)", "'ã'")
    ),
    Function(
        "unicode",
        .string,
        Signature(.string, gives: .int),
        spelling: .init("unicode({0})", spark: "ascii({0})"),
        aliases: ["ascii"],
        summary: "The Unicode number of the first character.",
        examples: .init("unicode('ã')", "227")
    ),
]

private let parts: [Function] = [
    Function(
        "length",
        .string,
        Signature(.string, gives: .bigint),
        aliases: ["char_length"],
        summary: "How many characters the text has.",
        examples: .init("length('ação')", "4")
    ),
    Function(
        "substring",
        .string,
        Signature(.string, .bigint, .bigint, optional: 1, gives: .string),
        aliases: ["substr"],
        summary: "The part from a position on, or so many characters of it.",
        examples: .init("substring('esteira', 3)", "'teira'"),
        .init("substring('esteira', 1, 4)", "'este'")
    ),
    Function(
        "left",
        .string,
        Signature(.string, .bigint, gives: .string),
        summary: "The first so many characters.",
        examples: .init("left('esteira', 4)", "'este'")
    ),
    Function(
        "right",
        .string,
        Signature(.string, .bigint, gives: .string),
        summary: "The last so many characters.",
        examples: .init("right('esteira', 3)", "'ira'")
    ),
    Function(
        "replace",
        .string,
        Signature(.string, .string, .string, gives: .string),
        summary: "Every occurrence of the second text replaced by the third.",
        examples: .init("replace('1.234,5', '.', '')", "'1234,5'")
    ),
    Function(
        "translate",
        .string,
        Signature(.string, .string, .string, gives: .string),
        summary: "Each character found in the second text replaced by the one at the same place in the third.",
        examples: .init("translate('1,5', ',', '.')", "'1.5'")
    ),
    Function(
        "position",
        .string,
        Signature(.string, .string, gives: .bigint),
        spelling: .init("strpos({0}, {1})", spark: "instr({0}, {1})"),
        aliases: ["strpos", "instr"],
        summary: "Where the second text first stands in the first; 0 where it does not.",
        examples: .init("position('esteira', 'ei')", "4"),
        .init("position('esteira', 'x')", "0")
    ),
    Function(
        "contains",
        .string,
        Signature(.string, .string, gives: .boolean),
        summary: "Whether the second text stands in the first.",
        examples: .init("contains('esteira', 'tei')", "true")
    ),
    Function(
        "starts_with",
        .string,
        Signature(.string, .string, gives: .boolean),
        spelling: .init("starts_with({0}, {1})", spark: "startswith({0}, {1})"),
        summary: "Whether the text begins with the second.",
        examples: .init("starts_with('esteira', 'est')", "true")
    ),
    Function(
        "ends_with",
        .string,
        Signature(.string, .string, gives: .boolean),
        spelling: .init("ends_with({0}, {1})", spark: "endswith({0}, {1})"),
        summary: "Whether the text ends with the second.",
        examples: .init("ends_with('esteira', 'est')", "false")
    ),
    Function(
        "split_part",
        .string,
        Signature(.string, .string, .bigint, gives: .string),
        summary: "The piece at a place after cutting at every second text; empty where there is none.",
        examples: .init("split_part('a@b.c', '@', 2)", "'b.c'"),
        .init("split_part('a@b.c', '@', 9)", "''")
    ),
    Function(
        "string_split",
        .string,
        Signature(.string, .string, gives: .type(.list(.string))),
        spelling: .init("string_split({0}, {1})", spark: "split({0}, '\\\\Q' || {1} || '\\\\E')"),
        aliases: ["split"],
        summary: "The pieces after cutting at every second text.",
        examples: .init("string_split('a,b', ',')", "['a', 'b']")
    ),
]

private let patterns: [Function] = [
    Function(
        "regexp_matches",
        .string,
        Signature(.string, .string, gives: .boolean),
        spelling: .init("regexp_matches({0}, {1})", spark: "regexp({0}, {1})"),
        summary: "Whether a regular expression matches somewhere in the text. Use `^` and `$` for the whole text.",
        examples: .init("regexp_matches('CEP 01310-100', '[0-9]{5}-[0-9]{3}')", "true")
    ),
    Function(
        "regexp_replace",
        .string,
        Signature(.string, .string, .string, gives: .string),
        spelling: .init("regexp_replace({0}, {1}, {2}, 'g')", spark: "regexp_replace({0}, {1}, {2})"),
        summary: "Every match of a regular expression replaced.",
        examples: .init("regexp_replace('529.982.247-25', '[^0-9]', '')", "'52998224725'")
    ),
    Function(
        "regexp_extract",
        .string,
        Signature(.string, .string, .int, optional: 1, gives: .string),
        spelling: .init("regexp_extract({*})", spark: "regexp_extract({*})"),
        summary: "The first match of a regular expression, or one group of it; empty where nothing matches.",
        examples: .init("regexp_extract('ana@x.com', '(.*)@(.*)', 2)", "'x.com'"),
        .init("regexp_extract('abc', '[0-9]+')", "''")
    ),
    Function(
        "levenshtein",
        .string,
        Signature(.string, .string, gives: .bigint),
        summary: "How many characters to insert, drop or change to make one text the other.",
        examples: .init("levenshtein('pedido', 'pedidos')", "1")
    ),
]

private let digests: [Function] = [
    Function(
        "md5",
        .string,
        Signature(.string, gives: .string),
        summary: "The MD5 digest of the text's UTF-8 bytes, 32 hexadecimal digits. Not for secrets.",
        examples: .init("md5('a')", "'0cc175b9c0f1b6a831c399e269772661'")
    ),
    Function(
        "sha256",
        .string,
        Signature(.string, gives: .string),
        spelling: .init("sha256({0})", spark: "sha2({0}, 256)"),
        summary: "The SHA-256 digest of the text's UTF-8 bytes, 64 hexadecimal digits.",
        examples: .init("sha256('a')", "'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb'")
    ),
    Function(
        "hash",
        .string,
        Signature(.string, gives: .bigint),
        spelling: .init(
            "CAST('0x' || left(md5({0}), 15) AS BIGINT)",
            spark: "CAST(conv(left(md5({0}), 15), 16, 10) AS BIGINT)"
        ),
        summary:
            "A number of 60 bits made of the text's MD5 digest: the same on every engine, for buckets and samples.",
        examples: .init("hash('a')", "57446577476672362")
    ),
    Function(
        "md5_uuid",
        .string,
        Signature(.string, gives: .uuid),
        spelling: .init("CAST(md5({0}) AS UUID)"),
        summary: "The MD5 digest as a uuid: the same text always has the same id.",
        examples: .init("md5_uuid('a')", "uuid '0cc175b9-c0f1-b6a8-31c3-99e269772661'")
    ),
    Function(
        "to_hex",
        .string,
        Signature(.bigint, gives: .string),
        spelling: .init("to_hex({0})", spark: "hex({0})"),
        summary: "The number in hexadecimal digits, upper case.",
        examples: .init("to_hex(255)", "'FF'")
    ),
]
