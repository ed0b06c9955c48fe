package import Kinds
package import Planning

/// The files that the plan's tasks read and none of them makes, with digests of their contents. Reads them.
package func dataFiles(of plan: Plan, in folder: ProjectFolder) throws -> [PlanDocument.DataFile] {
    let facts = plan.files.values.joined().sorted { $0.path < $1.path }
    var files: [PlanDocument.DataFile] = []
    for fact in facts where files.last?.path != fact.path {
        files.append(try PlanDocument.DataFile(fact, at: folder.absolute(fact.path)))
    }
    return files
}
