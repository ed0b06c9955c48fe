package import Foundation

/// The stretch of time that a run is for: from its start up to its end, which belongs to the next.
package struct RunInterval: Sendable, Hashable {
    package var start: Date
    package var end: Date

    package init(start: Date, end: Date) {
        self.start = start
        self.end = end
    }
}
