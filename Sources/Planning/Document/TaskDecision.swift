import Foundation
import Reporting

/// Why a task was to run, as planning saw it when the run began: kept with the run, since what has changed by then is
/// not to be found out later.
package struct TaskDecision: Hashable, Sendable, Codable {
    /// As a plan says it: "input changed: transform.orders".
    package var words: String
    /// From the task to what decided.
    package var steps: [PlanDocument.Step]
}

extension TaskDecision {
    /// As it is kept; keys in order, so that equal decisions are equal texts.
    package var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    package init(json: String) throws {
        self = try JSONDecoder().decode(TaskDecision.self, from: Data(json.utf8))
    }

    /// A line for what decided in the end, and one for each step to it.
    package func text(_ view: PlanView) -> String {
        var told = steps
        for index in told.indices { told[index].fact = view.tell(steps[index].fact) }
        let first = view.say("it was to run: \(view.tell(words))")
        return ([first] + view.lines(of: told, isChain: true)).map { $0 + "\n" }.joined()
    }
}

extension Plan {
    /// Of each task that is to run.
    package var decisions: [String: TaskDecision] {
        let byID = Dictionary(uniqueKeysWithValues: tasks.map { ($0.id, $0) })
        return tasks.reduce(into: [:]) { decisions, task in
            let reason = reasons[task.id] ?? .new  // as the document says of it
            guard reason.runs else { return }
            let words = holds[task.id]?.told.words ?? reason.words
            decisions[task.id] = TaskDecision(words: words, steps: reasonChain(of: task, byID))
        }
    }
}
