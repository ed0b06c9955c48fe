package import Foundation

/// The folder that holds Package.swift, found from this file's own place (links resolved).
package let repositoryRoot = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

/// True where a missing service is a failure and not a reason to skip.
package let isCI = ProcessInfo.processInfo.environment["CI"] == "true"
