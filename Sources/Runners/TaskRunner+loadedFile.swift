import Configuration
package import Execution
import Kinds
import Planning

extension TaskRunner {
    /// The DuckDB file that a task loads; nil for other tasks.
    package func loadedFile(of task: TaskID) -> String? {
        guard case .load(let work)? = tasks[task]?.work,
            case .duckdb(let path)? = plan.profile.connections[work.connection]?.target
        else { return nil }
        return path.string
    }
}
