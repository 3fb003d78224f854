/**
 * Chinese is written in two scripts; both are read as the simplified one. Only characters that the pack's words are made of
 * are listed: traditional, simplified, traditional, simplified … (variants as in Unicode's Unihan database).
 */
const PAIRS =
  '丟丢亞亚佔占來来個个偉伟傑杰備备傳传僅仅僱雇價价儀仪億亿償偿優优兒儿內内兩两別别則则剛刚創创劃划動动務务勞劳勢势勵励區区協协參参吳吴員员問问啓启啟启單单國国園园圖图團团執执報报壇坛壓压夥伙奧奥嬰婴學学' +
  '宮宫實实寧宁審审寫写寬宽將将專专對对導导層层屬属帥帅師师帶带幣币幹干幾几庫库廠厂廢废廣广張张強强彈弹後后徑径從从復复惡恶態态慮虑慶庆憂忧應应懷怀懼惧懾慑戰战戶户掛挂採采損损撥拨擁拥擊击擔担據据擴扩攬揽' +
  '數数斷断於于時时暫暂書书會会東东條条棄弃楊杨業业極极構构樓楼標标樣样機机檢检權权歐欧歡欢歸归氣气決决沒没況况洩泄減减測测準准溫温滯滞滲渗滿满漢汉潔洁濟济濱滨灣湾為为無无熱热爭争爲为爾尔牽牵狀状獎奖獨独' +
  '獲获獻献現现環环產产畢毕當当發发盜盗監监眾众瞞瞒碩硕礎础礦矿祕秘禮礼種种稱称積积竈灶竊窃競竞簽签籌筹籤签籲吁粵粤紀纪約约納纳紐纽純纯級级細细終终組组結结給给統统經经綠绿網网緊紧線线緣缘編编練练縮缩總总' +
  '織织繞绕續续羅罗義义習习聯联聲声職职聽听脅胁脫脱臺台與与興兴舉举舊旧茲兹華华萊莱萬万葉叶薩萨藥药蘇苏蘭兰處处虛虚號号蟬蝉衆众術术衛卫衝冲衞卫裏里補补裡里製制見见規规視视訂订計计訊讯訓训訪访設设許许訴诉' +
  '評评詢询試试話话該该誇夸誌志認认語语誠诚誤误說说説说調调談谈請请論论諜谍諮咨諾诺謂谓謊谎謝谢證证識识譜谱議议護护讀读變变讓让豐丰貝贝負负財财責责買买費费貼贴賀贺資资賠赔賣卖質质賴赖贈赠趕赶蹤踪車车軍军' +
  '軟软較较載载輕轻輯辑轉转辦办辭辞連连進进運运過过達达遙遥遠远適适選选遺遗邁迈邊边鄉乡鄧邓鄭郑醫医釋释鈎钩鉤钩銜衔銳锐銷销鋭锐錄录錢钱鍵键鍺锗鎖锁鎵镓鏡镜鑑鉴長长門门閉闭開开間间閱阅閲阅關关陳陈陸陆陽阳' +
  '隊队際际險险隱隐雙双雜杂離离難难電电韓韩響响頂顶項项預预頓顿領领頭头題题額额顏颜願愿類类顧顾顯显風风養养饒饶馬马驅驱驗验驚惊體体魯鲁鳳凤麥麦黨党';

const SIMPLIFIED = new Map<string, string>();
for (let at = 0; at < PAIRS.length; at += 2) SIMPLIFIED.set(PAIRS.charAt(at), PAIRS.charAt(at + 1));

/** The simplified form of a Han character; itself where none is known. */
export const simplified = (character: string): string => SIMPLIFIED.get(character) ?? character;
