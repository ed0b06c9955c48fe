package import Algebra
package import Kinds
package import Reporting

/// A step of a transform with what it was given and what it made of it.
package struct CompiledStep {
    package var step: any StepKind
    package var span: Span
    package var input: Relation
    package var output: Relation
    /// The expressions written in it.
    package var expressions: [WrittenExpression]
}
