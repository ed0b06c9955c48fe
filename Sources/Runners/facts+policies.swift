import Execution
import Kinds
import Planning

extension FailedInput {
    init(_ declared: InputFailure) {
        switch declared {
        case .stop: self = .stop
        case .usePrevious: self = .usePrevious
        case .continue: self = .continue
        }
    }
}

extension SensorPolicy {
    init(_ work: WaitWork) {
        self.init(
            poll: work.policy.poll, timeout: work.policy.timeout, whenMissing: work.skipsWhenMissing ? .skip : .fail)
    }
}

extension MappingPolicy {
    init(_ declared: MappedFiles) {
        let onEmpty: OnEmpty =
            switch declared.onEmpty {
            case .skip: .skip
            case .fail: .fail
            case .ok: .ok
            }
        self.init(width: declared.parallel, onEmpty: onEmpty)
    }
}
