/// Every kind of column, sorted by the word a person writes.
package let builtInColumnKinds: [any ColumnKind.Type] = [
    BooleanKind.self, ChoiceKind.self, CityKind.self, CompanyTaxNumberKind.self, ConstantKind.self,
    PersonTaxNumberKind.self, DateKind.self, DecimalKind.self, EmailKind.self, ExpressionKind.self, FieldKind.self,
    FirstNameKind.self, FullNameKind.self, IntegerKind.self, IPv4Kind.self, LastNameKind.self, PhoneKind.self,
    RecordKind.self, ReferenceKind.self, SequenceKind.self, StateCodeKind.self, StateNameKind.self, TemplateKind.self,
    TextKind.self, TimestampKind.self, TokenKind.self, UUIDKind.self, WordKind.self,
]

/// Every kind of defect, sorted by the word a person writes.
package let builtInDefectKinds: [any DefectKind.Type] = [
    BlanksDefect.self, DuplicateRowsDefect.self, LetterCaseDefect.self, NegateDefect.self, NullsDefect.self,
    ReplaceDefect.self, SetDefect.self, TruncateDefect.self,
]
