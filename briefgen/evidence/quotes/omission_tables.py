"""What must not be left out of a quote, in the languages other than English.

Owns tables only: fewer words than English has, all of them common ones.
"""

from briefgen.evidence.quotes.omission_shape import OmissionWords

FRENCH = OmissionWords(
    negations="ne|n'|pas|non|jamais|aucun|aucune|sans|ni|nul|nulle|personne|rien|refuse|refusé|refus de|rejette|rejeté"
    "|nie|nié|dément|démenti|échoué|échec|échoue|empêche|empêché|contre|faux|fausse|fin de|la fin de|suspendu",
    hedges="failli|faillit|peut|pourrait|pourraient|peuvent|devrait|devraient|serait|seraient|aurait|auraient|probablement|peut-être"
    "|éventuellement|apparemment|semble|semblent|possible|probable|prévu|prévue|prévus|envisage|souhaite|espère|veut"
    "|tente|cherche à|présumé",
    conditions="si|s'|sauf si|à condition|à moins|pourvu|au cas où|sous réserve|jusqu'à ce|tant que|en échange",
    exclusions="sauf|excepté|hormis|à l'exception|à l'exclusion|hors|seulement|uniquement|exclusivement",
    attributions="selon|d'après|dit|a dit|déclaré|affirme|affirmé|estime|estimé|croit|pense|soutient|assure|accuse"
    "|accusé|prétend|annoncé|averti|rapporte|rapporté|explique|expliqué|indique|indiqué|précise|précisé|souligne"
    "|souligné|ajoute|ajouté|confie|confié|insiste|insisté|martelé"
    "|a-t-il|a-t-elle|ont-ils|dit-il|dit-elle|fait savoir|fait valoir|promet|promis",
    bounds="au moins|au plus|plus de|moins de|jusqu'à|environ|près de|quelque|presque|la plupart|une partie"
    "|certains des",
    qualifiers="ancien|ancienne|anciens|anciennes|vice|ex|prétendu|prétendue|soi-disant",
    slight_bounds="avant|après|depuis|dès|entre|vers",
    clauses="tandis que|alors que|parce que|lorsque|quand|qui|que|dont|où|mais|puisque|bien que|quoique",
    coordinators="et|ou",
    subjects="il|elle|ils|elles|nous|on|je|vous",
    prepositions="de|d'|du|des|à|au|aux|pour|par|avec|dans|sur|contre|entre|vers|sous|chez|en",
    determiners="le|la|les|l'|un|une|son|sa|ses|leur|leurs|ce|cette|ces",
    auxiliaries="est|sont|était|étaient|a|ont|avait|avaient|sera|seront",
    common="le|la|les|et|des|est|une|dans|que|pour|du|qui",
)
GERMAN = OmissionWords(
    negations="nicht|kein|keine|keinen|keiner|keinem|nie|niemals|niemand|nichts|ohne|weder|noch nie|kaum|verweigert"
    "|verweigerte|lehnt|lehnte|abgelehnt|bestreitet|bestritt|dementiert|scheitert|scheiterte|gescheitert|verhindert"
    "|gegen|angeblich|angebliche|falsch|statt|anstatt|Ende der|Ende des|verboten",
    hedges="beinahe|nahezu|könnte|könnten|kann|können|dürfte|dürften|soll|sollen|sollte|sollten|will|wollen|möchte|würde|würden"
    "|wahrscheinlich|vielleicht|möglicherweise|vermutlich|offenbar|anscheinend|mutmaßlich|mutmaßliche|mögliche"
    "|geplant|geplante|erwartet|voraussichtlich|wohl|scheint|versucht|plant|hofft|etwa",
    conditions="wenn|falls|sofern|es sei denn|nur wenn|unter der Bedingung|vorausgesetzt|ob|solange|bis",
    exclusions="außer|ausgenommen|mit Ausnahme|abgesehen von|ausschließlich|nur|lediglich",
    attributions="laut|nach Angaben|zufolge|sagte|sagt|erklärte|erklärt|behauptet|behauptete|meint|meinte|glaubt"
    "|warnte|berichtet|berichtete|wirft|warf|angab|hieß es|so der|so die|so das|betonte|betont|mitteilte"
    "|versicherte|versichert|kritisierte|aus Sicht|nach Ansicht|nach Einschätzung|nach Darstellung"
    "|nach Auskunft|nach eigenen Angaben|ergänzte|gab an|gibt an|schrieb|schreibt|vermutet|vermutete"
    "|beschuldigt|beschuldigte",
    bounds="mindestens|höchstens|mehr als|weniger als|bis zu|rund|ungefähr|knapp|fast|gut|über|unter|einige der"
    "|Teile der|ein Teil",
    qualifiers="ehemalige|ehemaliger|ehemaligen|frühere|früherer|früheren|stellvertretende|stellvertretender"
    "|stellvertretenden|amtierende|amtierender|kommissarische|kommissarischer|sogenannte|sogenannter|sogenannten"
    "|designierte|designierter",
    slight_bounds="vor|nach|seit|ab|zwischen",
    clauses="während|obwohl|weil|nachdem|bevor|als|dass|aber|doch|sondern|wobei|da",
    coordinators="und|oder",
    subjects="er|sie|es|wir|ich|ihr",
    prepositions="von|vom|zu|zum|zur|für|durch|mit|in|im|an|am|auf|bei|gegen|aus|über|unter|zwischen|nach|vor",
    determiners="der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|sein|seine|ihre|ihren|ihrer",
    auxiliaries="ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden",
    common="der|die|und|das|ist|den|von|mit|für|auf|ein|eine|des",
    capital_nouns=True,
)
SPANISH = OmissionWords(
    negations="no|nunca|jamás|ningún|ninguna|ninguno|sin|ni|nadie|nada|tampoco|niega|negó|rechaza|rechazó|rechazado"
    "|falso|falsa|contra|impide|impidió|fracasó|fin de|el fin de|prohibió|suspendió",
    hedges="puede|pueden|podría|podrían|debería|deberían|sería|serían|habría|habrían|quizá|quizás|tal vez"
    "|probablemente|posiblemente|posible|probable|aparentemente|presunto|presunta|presuntamente|parece|parecen"
    "|previsto|prevista|espera|quiere|busca|intenta|planea",
    conditions="si|a menos que|salvo que|siempre que|con tal de|a condición|en caso de|solo si|sólo si|hasta que"
    "|a cambio",
    exclusions="excepto|salvo|menos|a excepción|excluyendo|aparte de|solo|sólo|únicamente|exclusivamente",
    attributions="según|de acuerdo con|dijo|dice|afirmó|afirma|declaró|aseguró|asegura|sostiene|cree|considera|acusó"
    "|acusa|advirtió|anunció|denunció|informó|señaló|señala|explicó|explica|indicó|indica|añadió|agregó|subrayó"
    "|recordó|precisó|manifestó|sostuvo|apuntó|comentó|alegó|aseveró|opinó|opina|admitió|insistió"
    "|prometió|a juicio|en palabras|en opinión|denuncia|advierte",
    bounds="al menos|por lo menos|como máximo|más de|menos de|hasta|alrededor de|unos|unas|cerca de|casi"
    "|aproximadamente|la mayoría|algunos de|parte de",
    qualifiers="ex|vice|supuesto|supuesta|antiguo|antigua|autodenominado|autodenominada",
    slight_bounds="antes de|después de|desde|entre",
    clauses="mientras|aunque|porque|cuando|que|quien|quienes|cuyo|cuya|donde|pero|sino|pues",
    coordinators="y|e|o|u",
    subjects="él|ella|ellos|ellas|nosotros|yo",
    prepositions="de|del|a|al|para|por|con|en|sobre|contra|entre|hacia|desde|sin|bajo",
    determiners="el|la|los|las|un|una|su|sus|este|esta|estos|estas",
    auxiliaries="es|son|era|eran|fue|fueron|ha|han|había|está|están|será",
    common="el|la|los|las|de|que|y|en|del|una|por|con",
)
PORTUGUESE = OmissionWords(
    negations="não|nunca|jamais|nenhum|nenhuma|sem|nem|ninguém|nada|nega|negou|rejeita|rejeitou|recusou|falso|falsa"
    "|contra|fim de|o fim da|desmente|desmentiu",
    hedges="pode|podem|poderia|poderiam|deveria|deveriam|seria|seriam|talvez|provavelmente|possivelmente|possível"
    "|aparentemente|suposto|suposta|parece|previsto|prevista|espera|quer|tenta|planeja",
    conditions="se|a menos que|salvo se|desde que|caso|com a condição|até que|em troca",
    exclusions="exceto|salvo|menos|com exceção|excluindo|além de|só|somente|apenas|unicamente",
    attributions="segundo|de acordo com|disse|diz|afirmou|afirma|declarou|alegou|acredita|acusou|alertou|anunciou"
    "|informou|explicou|explica|acrescentou|ressaltou|destacou|sustentou|alega|argumentou|admitiu|avaliou"
    "|garantiu|comentou|prometeu|apontou|conforme|na opinião|na avaliação|acusa",
    bounds="pelo menos|no mínimo|no máximo|mais de|menos de|até|cerca de|quase|aproximadamente|a maioria|alguns dos"
    "|parte de",
    qualifiers="ex|vice|suposto|suposta|antigo|antiga",
    clauses="enquanto|embora|porque|quando|que|quem|cujo|cuja|onde|mas",
    coordinators="e|ou",
    subjects="ele|ela|eles|elas|nós|eu",
    prepositions="de|do|da|dos|das|a|ao|à|para|por|com|em|no|na|sobre|contra|entre",
    determiners="o|a|os|as|um|uma|seu|sua|seus|suas|este|esta",
    auxiliaries="é|são|era|foi|foram|tem|têm|está|estão|será",
    common="o|os|do|da|em|um|uma|não|com|para|é|ao",
)
ITALIAN = OmissionWords(
    negations="non|mai|nessun|nessuno|nessuna|senza|né|nulla|niente|nega|negato|respinge|respinto|rifiuta|rifiutato"
    "|falso|falsa|contro|fine di|smentito|smentisce|smentiscono",
    hedges="può|possono|potrebbe|potrebbero|dovrebbe|dovrebbero|sarebbe|sarebbero|forse|probabilmente|possibile"
    "|probabile|presunto|presunta|sembra|sembrano|previsto|prevista|spera|vuole|cerca di|tenta",
    conditions="se|a meno che|purché|a condizione|nel caso|solo se|finché|in cambio",
    exclusions="tranne|eccetto|salvo|ad eccezione|esclusi|escluso|a parte|solo|soltanto|unicamente",
    attributions="secondo|ha detto|dice|afferma|affermato|dichiarato|sostiene|sostenuto|crede|ritiene|accusa|accusato"
    "|avvertito|annunciato|spiegato|spiega|aggiunto|aggiunge|precisato|riferito|riferisce|sottolineato|sottolinea"
    "|ricordato|ammesso|ribadito|osservato|commentato|promesso|stando a|a detta|a parere|a giudizio",
    bounds="almeno|al massimo|più di|meno di|fino a|circa|quasi|la maggior parte|alcuni dei|parte di",
    qualifiers="ex|vice|presunto|presunta|cosiddetto|cosiddetta",
    clauses="mentre|sebbene|benché|perché|quando|che|chi|cui|dove|ma",
    coordinators="e|ed|o",
    subjects="egli|lui|lei|loro|esso|essa|noi|io",
    prepositions="di|del|della|dei|delle|dello|a|al|alla|per|da|dal|dalla|con|in|nel|nella|su|sul|sulla|contro|tra|fra",
    determiners="il|lo|la|i|gli|le|un|una|uno|l'|suo|sua|suoi|loro|questo|questa",
    auxiliaries="è|sono|era|erano|ha|hanno|aveva|sarà",
    common="il|di|che|è|della|per|con|del|una|gli|alla|nel",
)
DUTCH = OmissionWords(
    negations="niet|geen|nooit|niemand|niets|zonder|noch|weigert|weigerde|ontkent|ontkende|verwerpt|tegen|vals"
    "|einde van",
    hedges="kan|kunnen|kon|konden|zou|zouden|mogelijk|misschien|waarschijnlijk|wellicht|vermoedelijk|blijkbaar|lijkt"
    "|lijken|verwacht|gepland|wil|probeert",
    conditions="als|indien|tenzij|mits|op voorwaarde|of|totdat|zolang",
    exclusions="behalve|uitgezonderd|met uitzondering|alleen|uitsluitend|slechts",
    attributions="volgens|zei|zegt|verklaarde|beweert|beweerde|meent|gelooft|beschuldigt|waarschuwde|meldt|meldde"
    "|aldus|vertelde|liet weten|laat weten|benadrukte|benadrukt|vindt|vond|denkt|dacht|schreef"
    "|schrijft|naar eigen zeggen|beloofde",
    bounds="minstens|ten minste|hoogstens|meer dan|minder dan|tot|ongeveer|bijna|circa|zo'n|een deel van|sommige",
    qualifiers="voormalig|voormalige|waarnemend|plaatsvervangend|zogenaamde|ex",
    clauses="terwijl|hoewel|omdat|toen|wanneer|die|dat|waar|maar|nadat|voordat",
    coordinators="en",
    subjects="hij|zij|ze|wij|ik|het",
    prepositions="van|voor|door|met|in|op|aan|bij|tegen|uit|over|naar",
    determiners="de|het|een|zijn|haar|hun|deze|die|dit",
    auxiliaries="is|zijn|was|waren|heeft|hebben|had|werd|wordt|worden",
    common="de|het|een|van|en|is|op|te|dat|voor|met|zijn",
)
RUSSIAN = OmissionWords(
    negations="не|нет|ни|никогда|никто|ничего|никакой|никаких|без|нельзя|отказался|отказывается|отказалась|отверг"
    "|отвергает|отрицает|отрицал|опроверг|опровергла|опровергли|неправда|неверно|против|ложно|якобы|вместо|прекратил",
    hedges="может|могут|мог|могла|могли|бы|возможно|вероятно|наверное|видимо|предположительно|кажется|похоже|планирует"
    "|намерен|намерена|хочет|ожидается|должен|должна|должны|пытается|надеется",
    conditions="если|при условии|только если|разве|пока|в случае|ли",
    exclusions="кроме|за исключением|исключая|помимо|только|лишь|исключительно",
    attributions="по словам|по данным|по мнению|согласно|сказал|сказала|сказали|заявил|заявила|заявило|заявили"
    "|заявляет|утверждает|утверждают|считает|считают|сообщил|сообщила|сообщило|сообщили|сообщает|сообщают|обвинил"
    "|обвинила|обвинили|предупредил|предупредила|отметил|отметила|отметили|отмечает|подчеркнул|подчеркнула|добавил"
    "|добавила|пояснил|пояснила|рассказал|рассказала|уточнил|уточнила|уверен|уверена"
    "|по его словам|по ее словам|по её словам|по оценке|по оценкам|по версии|пишет|объяснил"
    "|напомнил|напомнила|пообещал|говорит|говорят",
    bounds="не менее|не более|более|менее|свыше|до|около|примерно|почти|как минимум|максимум|часть|большинство"
    "|некоторые",
    qualifiers="бывший|бывшая|бывшего|бывшие|бывших|экс|вице|заместитель|так называемый|исполняющий обязанности",
    clauses="а|но|хотя|потому что|когда|который|которая|которые|что|где|пока|после того|однако",
    coordinators="и|или",
    subjects="он|она|они|мы|я|оно",
    prepositions="в|во|на|с|со|о|об|от|до|для|по|при|за|из|против|между|через|без",
    common="и|в|не|на|что|с|по|как|это|из",
)
UKRAINIAN = OmissionWords(
    negations="не|ні|немає|ніколи|ніхто|нічого|без|відмовився|відкинув|заперечує|заперечив|заперечила|заперечили"
    "|спростував|спростувала|спростували|неправда|неправдиво|проти|нібито|замість|перестав|припинив",
    hedges="може|можуть|міг|могла|могло|могли|б|би|можливо|ймовірно|мабуть|здається|планує|хоче|очікується|має намір"
    "|повинен",
    conditions="якщо|за умови|тільки якщо|поки|у разі|чи",
    exclusions="крім|окрім|за винятком|лише|тільки|виключно",
    attributions="за словами|за даними|на думку|згідно|сказав|сказала|сказали|заявив|заявила|заявили|заявляє|стверджує"
    "|стверджують|вважає|вважають|повідомив|повідомила|повідомило|повідомили|повідомляє|повідомляють|звинуватив"
    "|звинуватила|звинуватили|наголосив|зазначив|зазначила|попередив|попередила|обіцяє|пообіцяв|відзначив|відзначила"
    "|підкреслив|підкреслила|додав|додала|пояснив|пояснила|розповів|розповіла|уточнив|уточнила"
    "|на переконання|за його словами|за її словами|за оцінкою|за оцінками|за версією|пише|наголосила|каже"
    "|кажуть|нагадав|зазначили",
    bounds="не менше|не більше|понад|до|близько|приблизно|майже|щонайменше|частина|більшість",
    qualifiers="колишній|колишня|колишнього|колишні|колишніх|екс|віце|заступник|так званий",
    clauses="а|але|хоча|бо|коли|який|яка|які|що|де|однак",
    coordinators="і|й|та|або",
    subjects="він|вона|вони|ми|я",
    prepositions="в|у|на|з|із|до|від|для|по|за|про|між|через",
    common="і|в|не|на|що|з|та|у|є|як|це|її",
)
ARABIC = OmissionWords(
    negations="لا|لم|لن|ليس|ليست|غير|بدون|دون|ما|عدم|رفض|ينفي|نفى|ضد|نفت|تنفي|رفضت|يرفض|ترفض|أنكر|أنكرت|استبعد|عارض",
    hedges="كاد|كادت|يكاد|تكاد|قد ي*|قد ت*|ربما|يمكن|يحتمل|لعل|يبدو|من المتوقع|من المقرر|يعتزم|يريد",
    conditions="إذا|لو|إن|شريطة|بشرط|ما لم|حتى",
    exclusions="إلا|باستثناء|عدا|سوى|فقط",
    attributions="قال|قالت|بحسب|وفقا|حسب|زعم|أعلن|ذكر|اتهم|يعتقد|وفق|طبقا|نقلا عن|على حد قول|أكد|أكدت|أوضح|أوضحت|أضاف"
    "|أضافت|أشار|أشارت|صرح|صرحت|أفاد|أفادت|يقول|تقول|قالوا|أعلنت|ذكرت|زعمت|ادعى|ادعت|اتهمت|اعتبر|اعتبرت|يرى|برأي",
    bounds="على الأقل|أكثر من|أقل من|حوالي|نحو|ما يقرب|زهاء|ما يصل|بعض|معظم",
    clauses="بينما|لكن|ولكن|الذي|التي|الذين|عندما|لأن|حيث",
    prepositions="في|من|إلى|على|عن|مع|بين",
)
CHINESE = OmissionWords(
    negations="不|没|沒|未|非|无|無|否认|否認|否定|拒绝|拒否|反对|反対|ない|ません|なかった",
    hedges="差点|险些|几乎|可能|或许|也许|恐怕|大概|据信|预计|计划|打算|希望|かもしれない|だろう",
    conditions="如果|若|除非|只要|只有|倘若|もし|場合",
    exclusions="除|除了|以外|仅|只|のみ|除く",
    attributions="据|表示|称|說|说|认为|指出|宣称|によると|述べた|强调|补充|声称|坦言|透露|承认|警告|と強調|と主張|と指摘|と発表|と語|と話|とした|としている|を明らかに",
    bounds="至少|最多|超过|不到|约|大约|近|以上|以下|左右|上限|約",
    clauses="但|而|因为|虽然|但是|却",
    spaced=False,
)
TURKISH = OmissionWords(
    negations="değil|yok|hiç|hiçbir|asla|olmadan|reddetti|yalanladı|karşı|*madı|*medi|*madılar|*mediler|*mıyor|*miyor"
    "|*muyor|*müyor|*mayacak|*meyecek|*mamış|*memiş|*maz|*mez|*madan|*meden|*mayacağı|*meyeceği|*mayacağını|*meyeceğini|*madığı|*mediği|*madığını|*mediğini"
    "|*mayan|*meyen|*maması|*memesi",
    hedges="olabilir|belki|muhtemelen|galiba|sanırım|bekleniyor|planlıyor|istiyor|*abilir|*ebilir|*abilirler"
    "|*ebilirler|*malı|*meli",
    conditions="eğer|ise|şartıyla|koşuluyla|sürece|*arsa|*erse|*ırsa|*irse|*ursa|*ürse|*rlarsa|*rlerse|*mazsa|*mezse"
    "|*dıysa|*diyse",
    exclusions="hariç|dışında|sadece|yalnızca",
    attributions="göre|dedi|söyledi|iddia etti|açıkladı|belirtti|ifade etti|ifade ettiğine|vurguladı|kaydetti|savundu"
    "|aktardı|bildirdi|öne sürdü|ileri sürdü|dile getirdi|söylediğine|belirttiğine|diyor|anlattı",
    bounds="en az|en fazla|fazla|yaklaşık|kadar|neredeyse",
    qualifiers="eski|sözde",
    clauses="ama|fakat|çünkü|ancak|iken",
    coordinators="ve|veya",
    subjects="o|onlar|biz|ben",
    common="ve|bir|bu|için|ile|olarak|da|de|daha|çok",
)
POLISH = OmissionWords(
    negations="nie|nigdy|nikt|nic|żaden|żadna|żadnego|żadnych|bez|ani|odmówił|odmówiła|odrzucił|odrzuciła|zaprzecza"
    "|zaprzeczył|zaprzeczyła|przeciw|przeciwko|fałszywy|rzekomo|zamiast|zakaz|koniec",
    hedges="może|mogą|mógłby|mogłaby|mogłyby|mogliby|być może|prawdopodobnie|podobno|chyba|zapewne|możliwe|planuje"
    "|planują|chce|zamierza|ma|mają|powinien|powinna|oczekuje się",
    conditions="jeśli|jeżeli|pod warunkiem|o ile|chyba że|dopóki|w zamian|czy",
    exclusions="oprócz|poza|z wyjątkiem|wyłącznie|tylko|jedynie|prócz",
    attributions="według|zdaniem|powiedział|powiedziała|oświadczył|oświadczyła|twierdzi|twierdzą|uważa|uważają|podał"
    "|podała|ostrzegł|oskarżył|zapowiedział|poinformował|poinformowała|zaznaczył|zaznaczyła|podkreślił|podkreśliła"
    "|dodał|dodała|wyjaśnił|wyjaśniła|mówi|mówił|jak podaje|w ocenie|w opinii|napisał|pisze"
    "|obiecał|stwierdził|stwierdziła|ocenił|oceniła",
    bounds="co najmniej|przynajmniej|co najwyżej|ponad|więcej niż|mniej niż|do|około|prawie|niemal|część|większość"
    "|niektórzy",
    qualifiers="były|była|byłego|byłej|tak zwany|tzw",
    clauses="podczas gdy|chociaż|ponieważ|kiedy|gdy|który|która|które|którzy|że|gdzie|ale|lecz",
    coordinators="i|oraz|lub",
    subjects="on|ona|oni|one|my|ja|to",
    prepositions="w|we|z|ze|na|do|od|dla|po|przez|o|przy|za|między|u|pod|nad",
    common="i|w|na|z|do|nie|się|jest|że|od|przez|dla|oraz|po",
)
SWEDISH = OmissionWords(
    negations="inte|ej|icke|aldrig|ingen|inget|inga|ingenting|utan|varken|vägrar|vägrade|förnekar|förnekade|avvisar"
    "|avvisade|emot|mot|falsk|falskt|slutet på|förbjuder|ikke|aldri|aldrig|ingenting|intet|uten|uden|nekter|nektet"
    "|nægter|nægtede|avviser|avviste|afviser",
    hedges="kan|kunde|kunne|skulle|bör|borde|kanske|kanskje|måske|troligen|sannolikt|sannsynligvis|formentlig|möjligen"
    "|muligens|eventuellt|förmodligen|enligt uppgift|väntas|ventes|planerar|vill|avser|försöker|tycks|verkar"
    "|angivligt|angiveligt",
    conditions="om|såvida|förutsatt|forutsatt|forudsat|ifall|hvis|med mindre|medmindre|så länge|så lenge|så længe"
    "|tills",
    exclusions="utom|förutom|undantaget|bortsett från|bortsett fra|undtagen|unntatt|bara|endast|enbart|bare|kun",
    attributions="enligt|ifølge|sade|sa|säger|sier|siger|hävdar|hävdade|hevder|hævder|uppger|uppgav|anser|tror|menar"
    "|mener|varnade|advarte|advarede|anklagar|anklagade|meddelade|förklarade|tillade|betonade|berättade|skriver|skrev"
    "|erkände|forklarte|forklarede|sagde|la til|tilføjede|understreket|understregede|opplyste|oplyste",
    bounds="minst|mindst|högst|høyst|højst|mer än|mer enn|mere end|fler än|mindre än|färre än|upp till|opp til|op til"
    "|ungefär|omtrent|cirka|ca|nästan|nesten|næsten|drygt|knappt|en del av|några av",
    qualifiers="före detta|tidigare|tidligere|biträdande|tillförordnad|så kallad|så kallade|såkalt|såkaldte|fungerende",
    clauses="medan|mens|eftersom|därför att|fordi|när|når|som|att|at|där|hvor|men",
    coordinators="och|og|eller",
    subjects="han|hon|hun|de|vi|jag|jeg|det|den",
    prepositions="av|i|på|till|til|för|for|med|från|fra|om|vid|ved|hos|under|över|over|mellan|mellem",
    determiners="en|ett|et|den|det|de|sin|sitt|sina|deras",
    common="och|og|att|at|det|som|på|är|er|av|för|med|till|den|inte|ikke|om",
)
"""The three Scandinavian languages together: what one of them has, the others hardly use otherwise."""
GREEK = OmissionWords(
    negations="δεν|δε|μη|μην|όχι|ποτέ|κανείς|κανένας|καμία|κανένα|τίποτα|τίποτε|χωρίς|ούτε|μήτε|αρνήθηκε|αρνείται"
    "|αρνήθηκαν|διέψευσε|διαψεύδει|απέρριψε|απορρίπτει|κατά της|κατά του|κατά των|εναντίον|ψευδώς|αντί|απέτυχε"
    "|απαγόρευσε|τέλος της|τέλος του",
    hedges="παραλίγο|μπορεί|μπορούν|μπορούσε|ίσως|πιθανόν|πιθανώς|πιθανό|ενδεχομένως|ενδέχεται|φέρεται|φέρονται|φαίνεται"
    "|αναμένεται|αναμένονται|πρόκειται|σχεδιάζει|θέλει|ελπίζει|προσπαθεί|πρέπει|μάλλον|δυνατόν|επιδιώκει|σκοπεύει",
    conditions="αν|εάν|εφόσον|εκτός αν|υπό την προϋπόθεση|υπό τον όρο|σε περίπτωση|μέχρι να|ωσότου|αρκεί να",
    exclusions="εκτός|πλην|με εξαίρεση|μόνο|μόνον|αποκλειστικά",
    attributions="σύμφωνα με|κατά την άποψη|κατά τη γνώμη|είπε|είπαν|δήλωσε|δήλωσαν|ανέφερε|ανέφεραν|υποστήριξε"
    "|υποστηρίζει|ισχυρίστηκε|ισχυρίζεται|τόνισε|τόνισαν|πρόσθεσε|εξήγησε|επεσήμανε|εκτίμησε|εκτιμά|θεωρεί|πιστεύει"
    "|ανακοίνωσε|κατηγόρησε|προειδοποίησε|κατήγγειλε|λέει|λένε|παραδέχθηκε|έγραψε",
    bounds="τουλάχιστον|το πολύ|πάνω από|περισσότεροι από|περισσότερες από|περισσότερα από|λιγότεροι από|λιγότερες από"
    "|λιγότερα από|έως|μέχρι|περίπου|σχεδόν|ορισμένοι|ορισμένες|μέρος|οι περισσότεροι|η πλειονότητα",
    qualifiers="πρώην|τέως|αναπληρωτής|αναπληρώτρια|υπηρεσιακός|υπηρεσιακή|λεγόμενος|λεγόμενη|αυτοαποκαλούμενος",
    slight_bounds="πριν|μετά|από|μεταξύ",
    clauses="ενώ|επειδή|διότι|γιατί|όταν|που|οποίος|οποία|οποίο|οποίοι|ότι|πως|αλλά|όμως|ωστόσο|όπου|αφού|παρότι"
    "|αν και",
    coordinators="και|κι|ή",
    subjects="αυτός|αυτή|αυτό|αυτοί|αυτές|εμείς|εγώ",
    prepositions="σε|στο|στον|στη|στην|στα|στις|στους|από|με|για|προς|κατά|μετά|μεταξύ|υπό|επί|του|της|των",
    determiners="ο|η|το|οι|τα|τον|την|τη|τους|τις|ένας|μια|μία|ένα",
    auxiliaries="είναι|ήταν|έχει|έχουν|είχε|είχαν|θα",
    common="και|το|η|ο|της|του|να|με|για|από|την|στο",
)
"""The articles of the genitive stand among the prepositions: they lead in what `of` does."""
