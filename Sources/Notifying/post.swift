import CCurl
import Engines
import Foundation

/// What went wrong, for a person and without the URL, which may hold a secret; `nil` when the server took it.
func post(_ body: String, to url: String, timeout: Duration) async -> String? {
    guard let library = Curl.shared else { return "libcurl is not installed: apt-get install libcurl4" }
    do {
        return try await onOwnThread(named: "hook", cancel: {}) { library.post(body, to: url, timeout: timeout) }
    } catch {
        return "it was stopped"
    }
}

/// libcurl, loaded when the first webhook is told.
///
/// Sendable: the pointer is what `dlopen` gave, which any thread may look functions up in and nobody closes.
private struct Curl: @unchecked Sendable {
    private let handle: UnsafeMutableRawPointer

    static let shared = Curl(anyOf: ["libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.4.dylib"])

    private init?(anyOf names: [String]) {
        guard let handle = names.lazy.compactMap({ dlopen($0, RTLD_LAZY | RTLD_LOCAL) }).first else { return nil }
        self.handle = handle
    }

    func post(_ body: String, to url: String, timeout: Duration) -> String? {
        var error = [CChar](repeating: 0, count: 256)
        let status = esteira_curl_post(handle, url, body, body.utf8.count, Int(timeout / .milliseconds(1)), &error)
        switch status {
        case 200..<300: return nil
        case 0:
            return
                "no answer: \(String(decoding: error.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).replacing(url, with: "•••"))"
        case -1: return "libcurl is too old"
        default: return "the server answered \(status)"
        }
    }
}
