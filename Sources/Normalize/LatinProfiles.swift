import Foundation

/// What tells the languages in Latin script apart: their commonest function words and their letters
/// beyond ASCII.
///
/// A word or letter weighs the more the fewer languages share it: ln(languages / sharing).
enum LatinProfiles {
  static let languages: [String] = sources.map(\.language)

  /// By folded word hash, as `FoldedWords` has it.
  static let words = weights { source in
    source.words.split(separator: " ").map { word in
      FoldedWords.hash(ofWord: String(word))
    }
  }

  /// By scalar, in lower case.
  static let letters = weights { source in
    source.letters.unicodeScalars.map { UInt64($0.value) }
  }

  private static func weights(
    _ keys: (_ source: (language: String, letters: String, words: String)) -> [UInt64]
  ) -> LanguageWeights {
    var holders: [UInt64: [Int]] = [:]
    for (index, source) in sources.enumerated() {
      for key in Set(keys(source)) { holders[key, default: []].append(index) }
    }
    return LanguageWeights(
      holders.mapValues { indices in
        let value = log(Double(sources.count) / Double(indices.count))
        return indices.map { .init(language: $0, value: value) }
      })
  }

  private static let sources: [(language: String, letters: String, words: String)] = [
    (
      "en", "",
      """
      the of and to in a is that for it was on with as by at from be this are or an have not \
      which has his he but they their we you were been its will would said who more when if out \
      what about than can had there how new one all into after over
      """
    ),
    (
      "fr", "éèêàâçùûîïôœ",
      """
      le la les de des du un une et est en que qui dans pour par sur pas plus ne ce cette ces au \
      aux avec se son sa ses ils elle il nous vous leur mais ou où sont été être ont fait comme \
      tout selon après d'un d'une c'est qu'il n'est l'on
      """
    ),
    (
      "de", "äöüß",
      """
      der die das und in den von zu mit ist des im für auf nicht ein eine einen einem einer dem \
      sich als auch es an werden aus er hat dass sie nach wird bei noch um am sind wie über war \
      haben oder aber vor zum zur bis mehr durch man sein wurde
      """
    ),
    (
      "es", "ñáéíóúü",
      """
      el la los las de del que y en un una por con para es se no su sus al lo como más pero o ha \
      fue este esta son entre está ya también desde muy sobre cuando todo hasta sin hay donde han \
      según años ser dos uno
      """
    ),
    (
      "it", "àèéìòù",
      """
      il lo la gli le di del della dei delle che e è un una per in con non si da dal dalla al alla \
      nel nella come più ma anche sono ha ho questo questa suo sua loro se o ed dopo stato essere \
      hanno ai sul sulla tra degli alle anni
      """
    ),
    (
      "pt", "ãõçáéíóúâêôà",
      """
      o a os as de do da dos das que e em um uma para com não por no na nos nas se é mais ao como \
      mas foi ser são ele ela seu sua ou quando muito já também pelo pela até isso está entre \
      depois sem mesmo aos têm foram anos
      """
    ),
    (
      "nl", "ëïé",
      """
      de het een van en in is dat op te zijn met voor niet aan er om ook als maar bij uit door \
      over naar heeft hebben wordt werd ze hij deze dit die nog wel kan meer dan tot geen was \
      worden tegen zich onder jaar
      """
    ),
    (
      "sv", "åäö",
      """
      och att det som i på är av för med den till en inte om ett har de var jag från men sig man \
      han hon kan så eller när under också efter ska vid nu här mer mot än där år blir enligt \
      mellan sedan
      """
    ),
    (
      "da", "æøå",
      """
      og at det i er en til på som med af den for ikke der de et har var han hun jeg men om sig \
      fra ved efter eller så skal kan være også blev når vil over nu mere end havde mod under \
      mellem hvad siger år
      """
    ),
    (
      "no", "æøå",
      """
      og i det er på som en til av for at med har de ikke den et var han hun jeg men om seg fra \
      ved etter eller så skal kan være også ble når vil over nå mer enn hadde mot under mellom \
      hva sier år blir
      """
    ),
    (
      "fi", "äö",
      """
      ja on ei että se hän oli mutta kun joka myös ovat niin kuin mukaan tai jos vain sen ollut \
      sitä voi jo ole nyt mitä tämä olla noin vuoden vuonna joita jotka kanssa ennen jälkeen \
      mukaan sekä hänen heidän koko
      """
    ),
    (
      "pl", "ąćęłńóśźż",
      """
      i w na z do nie się że to jest o jak za od po dla przez co a ale czy tym był była było oraz \
      jego ich są może które który która już tylko przed przy także lub pod bardzo ze roku być \
      będzie jednak tego
      """
    ),
    (
      "cs", "áčďéěíňóřšťúůýž",
      """
      a se v na je že o s z do i to k ve pro za by ale jako po od při jsou který která které jeho \
      také už podle jen nebo není až co tak byl byla bylo roku aby před však ze mezi být má této
      """
    ),
    (
      "hu", "áéíóöőúüű",
      """
      a az és hogy nem is egy ez van volt meg de csak mint már még azt el ki vagy ha szerint után \
      majd lesz amely aki között miatt illetve pedig minden ezt több nagy lehet két éves
      """
    ),
    (
      "ro", "ăâîșțşţ",
      """
      de și în a la cu pe nu este din care o un că pentru mai au fost sau se ce sunt prin dar \
      după ca al ale fi va această acest lor său sa între doar când unei foarte anul potrivit
      """
    ),
    (
      "tr", "çğıöşü",
      """
      ve bir bu da de için ile olarak daha çok en gibi olan ne kadar sonra ancak ki ama o her \
      var yok değil ise diye göre tarafından olduğu oldu olduğunu yeni iki ya veya şu etti dedi \
      yılında üzerinde
      """
    ),
    (
      "id", "",
      """
      yang dan di itu dengan untuk dari ini dalam tidak akan pada juga ke karena adalah oleh saya \
      ada mereka bisa telah sudah atau bahwa lebih sebagai kata para seperti kami saat orang \
      tersebut menjadi banyak namun dia tahun secara antara
      """
    ),
    (
      "vi", "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
      """
      và của là các trong cho có được với không một những này đã người khi đến từ cũng để ra năm \
      vào như ở về công trên sẽ theo tại sau nhiều việc hơn
      """
    ),
  ]
}
