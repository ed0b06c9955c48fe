package import Reporting

extension Rule {
    package static let yamlExpansionLimit = Rule(
        "EST0011",
        "yaml-expansion-limit",
        summary: "A file is too large, too deep, or grows too large when its aliases are expanded.",
        explanation: """
            A few lines of aliases of aliases can stand for billions of values. A file may have 10 MiB, lists and \
            mappings 100 deep, and 100,000 values with aliases expanded. Split the file, or write less with aliases.
            """,
        bad: """
            meta:
              a: &a [x, x, x, x, x, x, x, x, x, x]
              b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
              c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
              d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
              e: [*d, *d, *d, *d, *d, *d, *d, ⟦*d⟧, *d, *d]
            """,
        good: """
            meta:
              a: &a [x, x, x, x, x, x, x, x, x, x]
              b: [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
            """
    )
}
