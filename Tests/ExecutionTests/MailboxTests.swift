import Testing

@testable import Execution

@Suite struct MailboxTests {
    @Test func `the reader takes all that have come, in their order`() async {
        let mailbox = Mailbox<Int>()
        for number in 1...3 { await mailbox.send(number) }
        #expect(await mailbox.next() == [1, 2, 3])
        await mailbox.send(4)
        #expect(await mailbox.next() == [4])
    }

    @Test func `nothing that many send at once is lost, and a reader that waits is woken`() async {
        let mailbox = Mailbox<Int>()
        let read = Task {
            var numbers: Set<Int> = []
            while numbers.count < 2000 { numbers.formUnion(await mailbox.next()) }
            return numbers
        }
        await withDiscardingTaskGroup { group in
            for sender in 0..<20 {
                group.addTask { for number in 0..<100 { await mailbox.send(sender * 100 + number) } }
            }
        }
        #expect(await read.value == Set(0..<2000))
    }
}
