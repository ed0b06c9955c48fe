import Configuration
import Expressions
import Kinds
import Planning

extension LintedProject {
    /// Every step that fits its input, with the keys that are known in its pipeline.
    func forEachStep(_ visit: (CompiledStep, UniqueKeys) -> Void) {
        for pipeline in pipelines {
            let keys = UniqueKeys(of: pipeline, in: project)
            for transform in pipeline.transforms {
                for step in transform.steps { visit(step, keys) }
            }
        }
    }

    /// Every part of every expression of a step that fits, with the text it was written in.
    func forEachPart(_ visit: (TypedExpression, Text) -> Void) {
        for pipeline in pipelines {
            for transform in pipeline.transforms {
                for expression in transform.steps.flatMap(\.expressions) {
                    expression.typed.forEachPart { part in
                        if !part.range.isEmpty { visit(part, expression.text) }
                    }
                }
            }
        }
    }

    /// Every query of a `sql` step, whether or not its columns are known.
    func forEachQuery(_ visit: (Text, [SQLToken]) -> Void) {
        for pipeline in pipelines {
            for (step, _) in pipeline.pipeline.transforms.flatMap(\.steps) {
                if let sql = step as? SQLStep { visit(sql.query, sqlTokens(of: sql.query.string)) }
            }
        }
    }
}

extension TypedExpression {
    /// This and all within it, outer ones first.
    fileprivate func forEachPart(_ visit: (TypedExpression) -> Void) {
        visit(self)
        for child in children { child.forEachPart(visit) }
    }
}

extension [SQLToken] {
    /// Whether a word is one of these, with an argument list after it.
    func isCall(at index: Int, of names: Set<String>) -> Bool {
        self[index].kind == .word && index + 1 < count && self[index + 1].isMark("(")
            && names.contains(self[index].text)
    }
}
