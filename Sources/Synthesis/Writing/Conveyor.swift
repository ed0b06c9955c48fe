import Foundation

/// Hands out the numbers of batches to workers and their results, in order, to one taker. At most `window` batches are
/// begun and not yet taken.
///
/// `@unchecked Sendable`: every stored property is read and written only while `condition` is held.
final class Conveyor: @unchecked Sendable {
    private let condition = NSCondition()
    private let batches: Int
    private let window: Int
    private var nextToStart = 0
    private var nextToTake = 0
    private var ready: [Int: Piece] = [:]
    private var spare: [Piece] = []
    private var working: Int
    /// Workers that wait for room. Waking threads for nothing costs them more than a batch's numbers.
    private var blocked = 0

    init(batches: Int, workers: Int) {
        self.batches = batches
        window = 2 * workers
        working = workers
    }

    /// The next batch nobody has begun, once there is room for it; nil after the last or when stopped.
    func start() -> Int? {
        condition.withLock {
            while nextToStart < batches, nextToStart >= nextToTake + window {
                blocked += 1
                condition.wait()
                blocked -= 1
            }
            guard nextToStart < batches else { return nil }
            defer { nextToStart += 1 }
            return nextToStart
        }
    }

    /// A piece whose bytes nobody needs any more, or a new one.
    func emptyPiece() -> Piece { condition.withLock { spare.popLast() ?? Piece() } }

    func giveBack(_ piece: Piece) { condition.withLock { spare.append(piece) } }

    func deliver(_ piece: Piece, of batch: Int) {
        condition.withLock {
            ready[batch] = piece
            if batch == nextToTake { condition.broadcast() }
        }
    }

    /// The next batch in order; nil after the last, or when the workers left before it.
    func take() -> Piece? {
        condition.withLock {
            while ready[nextToTake] == nil {
                guard nextToTake < batches, working > 0 else { return nil }
                condition.wait()
            }
            defer {
                nextToTake += 1
                if blocked > 0 { condition.broadcast() }
            }
            return ready.removeValue(forKey: nextToTake)
        }
    }

    /// Nobody starts another batch.
    func stop() {
        condition.withLock {
            nextToStart = batches
            condition.broadcast()
        }
    }

    func leave() {
        condition.withLock {
            working -= 1
            condition.broadcast()
        }
    }

    /// Waits until every worker has left.
    func drain() {
        condition.withLock {
            while working > 0 { condition.wait() }
        }
    }
}
