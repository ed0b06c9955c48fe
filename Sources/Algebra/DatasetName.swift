/// A dataset of a pipeline: `processed.orders` lies in zone `processed`.
package struct DatasetName: Hashable, Sendable {
    package var zone: String
    package var name: String

    package init(zone: String, name: String) {
        self.zone = zone
        self.name = name
    }
}

extension DatasetName: CustomStringConvertible {
    package var description: String { "\(zone).\(name)" }
}

extension DatasetName: Comparable {
    package static func < (a: DatasetName, b: DatasetName) -> Bool { (a.zone, a.name) < (b.zone, b.name) }
}
