package import Reporting

extension Rule {
    package static let joinType = Rule(
        "EST4013", "join-type", summary: "Join keys have types that cannot be equal.",
        explanation: "Rows would never match, or only after a hidden conversion. Cast one side before the join.",
        bad: "- join: {with: users, on: user_id}   # string here, int there",
        good: "- cast: {user_id: string}\n- join: {with: users, on: user_id}")
}
