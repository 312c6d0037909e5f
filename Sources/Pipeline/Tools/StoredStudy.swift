import Bytes
import Foundation
import Store

/// A study that has been run, as the tools that look into its store have it. No page is parsed.
struct StoredStudy {
  let study: Study
  let store: StudyStore
  let vocabulary: Vocabulary

  init(_ study: Study) throws {
    let path = study.resolve(study.out) + "/study.sqlite"
    guard FileManager.default.fileExists(atPath: path) else {
      throw RunError("\(path): the study has not been run yet; type: parlance run \(study.file)")
    }
    self.study = study
    store = try StudyStore(path: path)
    vocabulary = try store.vocabulary()
  }

  /// The lexicons that the stored mentions were made with.
  func instrument() throws -> Instrument {
    let instrument = try Instrument(study)
    guard try ExtractStage.isDone(with: instrument.fingerprint, in: store) else {
      throw RunError(
        "\(study.file): the documents are not tagged with the lexicons as they are now; type: parlance run \(study.file)",
        isStudyError: true)
    }
    return instrument
  }

  /// What the stored mentions look like, which were made with `instrument`.
  func forms(_ instrument: Instrument) throws -> Forms {
    try store.forms(store.terms().places(in: instrument.lexicons))
  }
}
