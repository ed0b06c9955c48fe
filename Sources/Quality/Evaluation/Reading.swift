/// The verdict on one expectation and the numbers behind it, before samples are fetched.
struct Reading {
    var verdict: Outcome.Verdict
    var observation: Outcome.Observation

    init(_ verdict: Outcome.Verdict, _ observation: Outcome.Observation) {
        self.verdict = verdict
        self.observation = observation
    }

    /// With the values that broke the expectation, where any were fetched.
    func adding(_ samples: [Sample]) -> Outcome.Observation {
        guard case .rows(let counts, let form, _) = observation, !samples.isEmpty else { return observation }
        return .rows(counts, form, samples)
    }
}
