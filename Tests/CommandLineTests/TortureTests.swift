import TestSupport
import Testing

/// The short form of `make torture`; `InterruptionTests` and `PoisonTests` have the rest.
@Suite(.serialized) struct TortureTests {
  func expectPassed(_ report: TortureReport) {
    #expect(report.passed, "\(report)")
    print(report)
  }

  @Test("Killed at random instants")
  func kills() throws {
    var torture = KillTorture(try TortureStudy(pages: 60, records: 2000), seed: 20)
    expectPassed(try torture.run(attempts: 4))
  }

  @Test("Failing writes")
  func writes() throws {
    let torture = try WriteTorture(try TortureStudy(pages: 10, records: 600))
    #if os(Linux)
      expectPassed(try torture.run(attempts: 10, stays: false))
      expectPassed(try torture.run(attempts: 6, stays: true))
    #endif
    expectPassed(try torture.run(fileLimits: [8, 256, 1024]))
  }

  @Test("Damaged files of state")
  func damage() throws {
    let study = try TortureStudy(pages: 20, records: 1500)
    var torture = try DamageTorture(study, seed: 20)
    expectPassed(try torture.run(.ended, "study.sqlite"))
    expectPassed(try torture.run(.killed, "study.sqlite"))
    expectPassed(try torture.run(.killed, "study.sqlite-wal"))
    expectPassed(try torture.run(.killed, "study.sqlite.sums"))
  }
}
