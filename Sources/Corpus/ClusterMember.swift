/// Where a document stands among its copies.
public struct ClusterMember: Sendable, Hashable {
  public var documentID: String
  /// The kept copy; `nil` for the kept copy itself and for a document without copies.
  public var duplicateOf: String?
  /// Documents in the cluster, this one included.
  public var clusterSize: Int

  public init(documentID: String, duplicateOf: String? = nil, clusterSize: Int = 1) {
    self.documentID = documentID
    self.duplicateOf = duplicateOf
    self.clusterSize = clusterSize
  }
}
