package import Expressions

extension TypedExpression {
    /// Fails at run time where a value does not fit.
    package func cast(to type: DataType) -> TypedExpression {
        TypedExpression(.cast(self, isTry: false), type, isNullable: isNullable, at: range)
    }

    /// Null where a value does not fit.
    package func tryCast(to type: DataType) -> TypedExpression {
        TypedExpression(.cast(self, isTry: true), type, isNullable: true, at: range)
    }
}
