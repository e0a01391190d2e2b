/** What the guide talks about: where the captures of this package lie, and which time-stamps they have. */
export interface GuideFacts {
  /** Folders with their slash; one empty string for a package of one capture. */
  paths: readonly string[];
  /** Folder and number of each RFC 3161 token: 「timestamps/1」. */
  tokens: readonly string[];
  proofs: readonly string[];
}

/** Names and hashes are ASCII, so every code page reads them. */
const POWERSHELL = `Get-Content SHA256SUMS | ForEach-Object { $h, $f = $_ -split '  ', 2; if ((Get-FileHash -LiteralPath $f -Algorithm SHA256).Hash -eq $h) { "相符  $f" } else { "不符  $f" } }`;

/** HOW-TO-VERIFY.txt: commands that anyone has, no program of ours. */
export function guide({ paths, tokens, proofs }: GuideFacts): string {
  const seals = paths
    .map(
      (path) =>
        `   openssl dgst -sha256 -verify ${path}manifest-key.pem -signature ${path}manifest.sig ${path}manifest.json`,
    )
    .join('\n');
  const stamps = tokens
    .map((token) => {
      const folder = token.replace(/timestamps\/\d+$/, '');
      return `   openssl ts -reply -in ${token}.tsr -text
   openssl ts -verify -in ${token}.tsr -data ${folder}manifest.json -untrusted ${token}-certificates.pem -CAfile ROOT.pem`;
    })
    .join('\n');
  const sealed = paths
    .map((path) => `   openssl pkey -pubin -in ${path}manifest-key.pem -outform DER | sha256sum\n`)
    .join('');
  return `覆評 ReplyWell 存證套件：如何核對（不需要安裝本程式）

只想看內容：解壓縮後用瀏覽器開啟 index.html。以下步驟用來確認內容自封存後沒有被改過。

0. 解壓縮到一個空的資料夾，在該資料夾開啟終端機（Windows：在資料夾空白處按住 Shift 再按右鍵，選 PowerShell 或終端機）。
   openssl 隨 Linux、macOS 與 Git for Windows 提供；Windows 請在 Git Bash 執行第 2 至 5 步。
1. 核對每個檔案的雜湊值：
   Linux    sha256sum -c SHA256SUMS
   macOS    shasum -a 256 -c SHA256SUMS
   Windows  在 PowerShell 貼上下一行，每個檔案都應顯示「相符」（單一檔案也可用 certutil -hashfile 檔名 SHA256）：
   ${POWERSHELL}
   資料夾內除 SHA256SUMS、outer.json、outer.sig 外，不應有 SHA256SUMS 未列的檔案。
2. 核對套件的簽章（涵蓋以上全部檔案的雜湊值，寫在 outer.json）：
   openssl dgst -sha256 -verify outer-key.pem -signature outer.sig outer.json
   sha256sum SHA256SUMS 的結果應與 outer.json 所列相同。
3. 核對擷取當時的簽章（manifest.json 自封存後不變）：
${seals}
   manifest.json 列出每個檔案的 SHA-256；custody.json 中 captured（或 redacted）一筆的 manifestHash
   應等於 sha256sum manifest.json 的結果。
4. 核對簽章的金鑰是不是診所那一把：把下列每一行的結果（金鑰的指紋）以電話等其他方式向診所核對，不要只看套件裡的。
   診所在「存證」頁各份存證最下方的「檔案與雜湊值」看得到自己的指紋：
   openssl pkey -pubin -in outer-key.pem -outform DER | sha256sum
${sealed}5. 時間戳記：${stamps === '' ? '本套件沒有 RFC 3161 時間戳記。' : 'ROOT.pem 為該機構公布的根憑證，請自其網站取得。'}
${stamps}${proofs.length === 0 ? '' : `\n   OpenTimestamps（等待或已寫入比特幣區塊鏈，以 ots 工具查驗）：\n${proofs.map((proof) => `   ots verify ${proof}`).join('\n')}`}

檔案：manifest.json 清單與全部欄位；thread.json 整串內容；text.txt 文字；dom.txt 網頁原始碼（只當文字看，
不要改成 .html 開啟）；tiles/ 畫面與其位置；custody.json 保管紀錄（其他存證的紀錄只留雜湊值）；
annotated/recording.webm（若有）螢幕錄影，
用 Chrome、Edge、Firefox 或 VLC 播放；index.html 給人看的摘要；revisit.html 請公證人重新查看的步驟。JSON 檔均為 RFC 8785 標準格式。

能證明的：內容自封存（有時間戳記者，最晚自該時間）以來沒有改變。
不能證明的：貼文是否真實、作者是誰、網站伺服器實際送出什麼。詳見 index.html。

------------------------------------------------------------------------------------------
ReplyWell evidence package: how to check it (without our program)

To read it only, open index.html in a browser.
1. sha256sum -c SHA256SUMS (macOS: shasum -a 256 -c SHA256SUMS; Windows: the line of PowerShell above). No other file may lie here but SHA256SUMS,
   outer.json and outer.sig.
2. openssl dgst -sha256 -verify outer-key.pem -signature outer.sig outer.json
   outer.json lists every file's SHA-256, that of SHA256SUMS too.
3. Each capture's own seal, made when it was captured: the command under 3 above.
4. The key's fingerprint (ask the clinic for theirs by another way): the command under 4 above.
5. Timestamps: the commands under 5 above; ROOT.pem is the authority's published root certificate.
6. A screen recording (annotated/recording.webm, if there is one) plays in Chrome, Edge, Firefox and VLC.
It shows that the content is unchanged since it was sealed, and with a timestamp: that it existed by then. It does
not show that the post is true, who wrote it, or what the site's server sent.
`;
}
