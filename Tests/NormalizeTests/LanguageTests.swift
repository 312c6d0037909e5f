import Bytes
import Corpus
import Testing

@testable import Normalize

/// Sentences written for this test, as a newspaper might print them.
private let samples: [(language: String, text: String)] = [
  (
    "en",
    """
    The company said on Monday that it would open a research centre in Tokyo next year. Investors \
    were not surprised, but they had hoped for more than one.
    """
  ),
  (
    "fr",
    """
    La société a annoncé lundi qu'elle ouvrirait un centre de recherche à Tokyo l'année prochaine. \
    Les investisseurs n'ont pas été surpris, mais ils espéraient plus.
    """
  ),
  (
    "de",
    """
    Das Unternehmen teilte am Montag mit, dass es im nächsten Jahr ein Forschungszentrum in Tokio \
    eröffnen wird. Die Anleger waren nicht überrascht, hatten aber auf mehr gehofft.
    """
  ),
  (
    "es",
    """
    La empresa dijo el lunes que abrirá un centro de investigación en Tokio el próximo año. Los \
    inversores no se mostraron sorprendidos, pero esperaban algo más.
    """
  ),
  (
    "it",
    """
    La società ha detto lunedì che aprirà un centro di ricerca a Tokyo il prossimo anno. Gli \
    investitori non sono rimasti sorpresi, ma speravano in qualcosa di più.
    """
  ),
  (
    "pt",
    """
    A empresa disse na segunda-feira que vai abrir um centro de pesquisa em Tóquio no próximo ano. \
    Os investidores não ficaram surpresos, mas esperavam mais do que isso.
    """
  ),
  (
    "nl",
    """
    Het bedrijf heeft maandag gezegd dat het volgend jaar een onderzoekscentrum in Tokio opent. \
    De beleggers waren niet verrast, maar zij hadden op meer gehoopt.
    """
  ),
  (
    "sv",
    """
    Företaget sade på måndagen att det ska öppna ett forskningscentrum i Tokyo nästa år. \
    Investerarna var inte förvånade, men de hade hoppats på mer än så.
    """
  ),
  (
    "da",
    """
    Selskabet sagde mandag, at det vil åbne et forskningscenter i Tokyo næste år. Investorerne \
    blev ikke overraskede, men de havde håbet på mere end det.
    """
  ),
  (
    "no",
    """
    Selskapet sa mandag at det vil åpne et forskningssenter i Tokyo neste år. Investorene ble ikke \
    overrasket, men de hadde håpet på mer enn dette.
    """
  ),
  (
    "fi",
    """
    Yhtiö kertoi maanantaina, että se avaa tutkimuskeskuksen Tokioon ensi vuonna. Sijoittajat \
    eivät olleet yllättyneitä, mutta he olivat toivoneet enemmän kuin yhtä.
    """
  ),
  (
    "pl",
    """
    Firma poinformowała w poniedziałek, że w przyszłym roku otworzy centrum badawcze w Tokio. \
    Inwestorzy nie byli zaskoczeni, ale liczyli na coś więcej.
    """
  ),
  (
    "cs",
    """
    Společnost v pondělí oznámila, že příští rok otevře v Tokiu výzkumné centrum. Investoři nebyli \
    překvapeni, ale doufali v něco víc než jen toto.
    """
  ),
  (
    "hu",
    """
    A vállalat hétfőn közölte, hogy jövőre kutatóközpontot nyit Tokióban. A befektetők nem \
    lepődtek meg, de ennél többet reméltek, és ezt meg is mondták.
    """
  ),
  (
    "ro",
    """
    Compania a anunțat luni că va deschide un centru de cercetare la Tokyo anul viitor. \
    Investitorii nu au fost surprinși, dar sperau la mai mult.
    """
  ),
  (
    "tr",
    """
    Şirket pazartesi günü gelecek yıl Tokyo'da bir araştırma merkezi açacağını söyledi. \
    Yatırımcılar şaşırmadı ama daha fazlasını bekliyorlardı.
    """
  ),
  (
    "id",
    """
    Perusahaan itu mengatakan pada hari Senin bahwa mereka akan membuka pusat penelitian di Tokyo \
    tahun depan. Para investor tidak terkejut, namun berharap lebih banyak.
    """
  ),
  (
    "vi",
    """
    Công ty cho biết hôm thứ Hai rằng họ sẽ mở một trung tâm nghiên cứu tại Tokyo vào năm tới. Các \
    nhà đầu tư không ngạc nhiên nhưng họ đã hy vọng nhiều hơn.
    """
  ),
  ("zh", "该公司周一表示，将于明年在东京开设一家研究中心。投资者并不感到意外，但他们希望更多。"),
  ("zh", "OpenAI 与 DeepSeek 竞争加剧，中国企业发布新的大型语言模型 GPT 替代产品"),
  ("ja", "同社は月曜日、来年東京に研究センターを開設すると発表した。投資家は驚かなかった。"),
  ("ja", "ソフトバンク、AI投資ファンド設立へ"),
  ("ko", "회사는 월요일에 내년 도쿄에 연구 센터를 열겠다고 밝혔다. 투자자들은 놀라지 않았다."),
  ("ko", "삼성전자 新사업 발표"),
  ("ru", "Компания сообщила в понедельник, что откроет исследовательский центр в Токио."),
  ("uk", "Компанія повідомила в понеділок, що відкриє дослідницький центр у Токіо."),
  ("bg", "Компанията съобщи в понеделник, че ще открие изследователски център в Токио."),
  ("sr", "Компанија је саопштила у понедељак да ће отворити истраживачки центар у Токију."),
  ("ar", "أعلنت الشركة يوم الاثنين أنها ستفتح مركزا للأبحاث في طوكيو العام المقبل."),
  ("fa", "شرکت روز دوشنبه گفت که سال آینده یک مرکز پژوهشی در توکیو باز می‌کند."),
  ("he", "החברה הודיעה ביום שני כי תפתח מרכז מחקר בטוקיו בשנה הבאה."),
  ("th", "บริษัทกล่าวเมื่อวันจันทร์ว่าจะเปิดศูนย์วิจัยในโตเกียวในปีหน้า"),
  ("el", "Η εταιρεία ανακοίνωσε τη Δευτέρα ότι θα ανοίξει ερευνητικό κέντρο στο Τόκιο."),
  ("hi", "कंपनी ने सोमवार को कहा कि वह अगले साल टोक्यो में एक अनुसंधान केंद्र खोलेगी।"),
  ("ka", "კომპანიამ ორშაბათს განაცხადა, რომ ტოკიოში კვლევით ცენტრს გახსნის."),
]

/// Too short, mixed, or no language at all: nothing must be claimed.
private let unsure = [
  "", "996", "SoftBank Vision Fund", "Sony Toyota Nissan Honda Mitsubishi Panasonic", "日米首脳会談",
  "Jensen Huang", "12.5 % 14.3 € 2019", "🚀🚀🚀",
]

private func language(of text: String, declared: String? = nil) throws -> String? {
  let article = Article(
    id: "a", source: Source(path: "a"), title: "", language: declared, paragraphs: [text])
  return try Normalizer().document(from: article).language
}

@Test func detectsLanguages() throws {
  for sample in samples {
    #expect(try language(of: sample.text) == sample.language, "\(sample.text)")
  }
}

@Test(arguments: unsure.dropFirst())
func claimsNothingWhenUnsure(_ text: String) throws {
  #expect(try language(of: text) == nil)
}

@Test func theDeclaredLanguageWinsUnlessTheScriptContradicts() throws {
  let english = samples[0].text
  let korean = "회사는 월요일에 내년 도쿄에 연구 센터를 열겠다고 밝혔다. 투자자들은 놀라지 않았다."
  #expect(try language(of: english, declared: "en-GB") == "en")
  #expect(try language(of: english, declared: "fr") == "fr")
  #expect(try language(of: english, declared: "und") == "en")
  #expect(try language(of: english, declared: "") == "en")
  #expect(try language(of: english, declared: "zh") == "en")
  #expect(try language(of: korean, declared: "en_US") == "ko")
  #expect(try language(of: korean, declared: "ko-KR") == "ko")
  #expect(try language(of: "SoftBank Vision Fund", declared: "EN") == "en")
  #expect(try language(of: "日米首脳会談の行方は", declared: "ja") == "ja")
  #expect(try language(of: "该公司将在东京开设中心", declared: "tlh") == "tlh")
}
