import Reporting

/// Rules about what hides findings: no check looks for them, as they are judged when all checks have looked.
let suppressionRules: [Rule] = [.unusedSuppression, .unknownCode, .suppressionReason, .staleBaseline, .removedRule]
