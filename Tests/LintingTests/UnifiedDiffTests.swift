import Linting
import Reporting
import Testing

/// Diffs as `patch` and `git apply` read them.
struct UnifiedDiffTests {
    private func diff(_ old: String, _ new: String) -> String {
        unifiedDiff(from: SourceText(path: "a.yaml", text: old), to: SourceText(path: "a.yaml", text: new))
    }

    @Test func `equal texts have none`() {
        #expect(diff("a\n", "a\n") == "")
    }

    @Test func `changes show three lines around them, and those far apart stand apart`() {
        let old = (1...20).map { "line \($0)\n" }.joined()
        let new = old.replacing("line 2\n", with: "zwei\n").replacing("line 18\n", with: "")
        #expect(
            diff(old, new) == """
                --- a/a.yaml
                +++ b/a.yaml
                @@ -1,5 +1,5 @@
                 line 1
                -line 2
                +zwei
                 line 3
                 line 4
                 line 5
                @@ -15,6 +15,5 @@
                 line 15
                 line 16
                 line 17
                -line 18
                 line 19
                 line 20

                """)
    }

    @Test func `a missing line end is said`() {
        #expect(diff("a", "b\n") == "--- a/a.yaml\n+++ b/a.yaml\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n")
    }

    @Test func `a text from nothing begins at line zero`() {
        #expect(diff("", "a\nb\n") == "--- a/a.yaml\n+++ b/a.yaml\n@@ -0,0 +1,2 @@\n+a\n+b\n")
    }
}
