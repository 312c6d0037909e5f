import Bytes

/// Tells a surname by itself from the end of somebody's full name: once Tim Cook was named, `Cook` is
/// he, but not in "Philip Cook".
enum FullName {
  /// Whether a word right before a surname reads as a given name: a capital, then small letters, and
  /// none of the words that stand there with a capital for other reasons.
  static func isGivenName(_ word: [UInt8]) -> Bool {
    let text = String(decoding: word, as: UTF8.self)
    guard text.first?.isUppercase == true, text.dropFirst().contains(where: \.isLowercase),
      !text.hasSuffix("'s"), !text.hasSuffix("’s")
    else { return false }
    return !others.contains(text.lowercased())
  }

  /// Titles and callings, words that open sentences, days and months.
  private static let others = Set(
    """
    ambassador analyst author baron billionaire boss captain chair chairman chairwoman chancellor \
    chief cofounder colonel commissioner congressman congresswoman dame deputy director dr emperor \
    engineer entrepreneur executive father founder general governor investor judge justice king \
    lady leader lord major mayor minister miss mr mrs ms officer partner premier president prime \
    prince princess prof professor queen representative saint scientist secretary senator sergeant \
    sir sister vice
    a about after again against all also although always am among an and another any are as at be \
    because been before being besides between both but by can cannot could did do does during \
    each earlier either else even every few finally for former formerly from had has have he hence \
    her here his how however i if in indeed initially instead into is it its just last later \
    latterly like many may maybe meanwhile might more most much must my neither never \
    nevertheless next no none nor not now of off on once one only or other our out over own \
    perhaps plus recently said says see shall she should since so some soon still such surely \
    than thanks that the their them then there therefore these they this those though through \
    thus till to today together tomorrow tonight too toward towards under unless unlike until up \
    upon us very via was we were what whatever when whenever where whereas whether which while \
    who whom whose why will with within without would yes yesterday yet you your
    monday tuesday wednesday thursday friday saturday sunday january february march april june \
    july august september october november december
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
