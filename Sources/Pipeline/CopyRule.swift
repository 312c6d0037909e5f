import Store

/// Which of the documents that are copies of one another enter the counts.
struct CopyRule: Sendable {
  private let rule: Study.CountRule
  /// The first copy in each outlet but that of the one kept, if outlets count.
  private let firstInOutlet: Set<String>

  init(_ rule: Study.CountRule, _ store: StudyStore) throws(StoreError) {
    self.rule = rule
    firstInOutlet = rule == .outlets ? Set(try store.firstCopies()) : []
  }

  func counts(_ document: PackedDocument) -> Bool {
    switch rule {
    case .documents: true
    case .clusters: document.duplicateOf == nil
    case .outlets: document.duplicateOf == nil || firstInOutlet.contains(document.documentID)
    }
  }
}
