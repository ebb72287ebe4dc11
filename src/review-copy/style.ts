/** The look of a copy, on a phone, a desk and paper. Everything stands in the file itself. */
export function copyStyle(font: string): string {
  return `
@font-face{font-family:"Copy Khmer";src:url(data:font/woff2;base64,${font}) format("woff2");font-weight:400 700;unicode-range:U+1780-17FF,U+200B-200D,U+25CC}
*{box-sizing:border-box}
html{scroll-padding-top:11.5rem}
body{margin:0;background:#fbfaf6;color:#1d2433;font:16px/1.8 "Copy Khmer",system-ui,"Noto Sans",sans-serif;overflow-wrap:anywhere}
header,main,nav{max-width:72rem;margin:0 auto;padding:0 1rem}
h1{font-size:1.4rem;line-height:1.6;margin:1rem 0 .5rem}
h2{font-size:1.1rem;line-height:1.7;margin:2.5rem 0 .5rem;padding-top:.5rem;border-top:3px solid #22409a}
h2 small{font-weight:400;color:#566074}
summary{min-height:2.75rem;padding:.5rem 0;cursor:pointer;font-weight:700}
nav .judge a{display:inline-block;min-width:2.75rem;min-height:2.75rem;line-height:2.75rem;text-align:center}
nav ol{columns:18rem;column-gap:3rem;padding-left:2rem}
a{color:#22409a}
.bar{position:sticky;top:0;z-index:1;background:#e8ecf8;border-bottom:1px solid #b9c4e4}
.bar>div{max-width:72rem;margin:0 auto;padding:.4rem 1rem;display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:center}
.notice{flex:1 1 18rem;margin:0;font-size:.85rem;line-height:1.6}
.notice.warn{color:#a3262a;font-weight:700}
button,input,textarea{font:inherit;color:inherit}
button,input[type=text]{min-height:2.75rem;border:1px solid #566074;border-radius:.4rem;background:#fff;padding:.2rem .8rem}
button.main{background:#22409a;border-color:#22409a;color:#fff}
button:disabled{opacity:.5}
:focus-visible{outline:3px solid #b98a1d;outline-offset:2px}
.sign{display:grid;gap:.3rem;max-width:44rem;margin:1rem 0}
.p{background:#fff;border:1px solid #d9d5c8;border-radius:.5rem;padding:.6rem .8rem;margin:.8rem 0}
.p.context{background:transparent;border-style:dashed}
.p[data-decision=accept]{border-left:6px solid #1e6b45}
.p[data-decision=change]{border-left:6px solid #b98a1d}
.p[data-decision=comment]{border-left:6px solid #22409a}
.head{display:flex;flex-wrap:wrap;gap:.2rem .8rem;color:#566074;font-size:.9rem}
.n{font-weight:700;color:#1d2433}
.tag{border:1px solid #b98a1d;border-radius:.3rem;padding:0 .4rem;background:#fbf1d6;color:#5c4400}
.texts{display:grid;gap:.4rem 1.5rem}
.texts p{margin:.3rem 0;white-space:pre-line}
.texts .none{color:#a3262a}
.term{text-decoration:underline dotted}
sup{line-height:1}
.sources{margin:.3rem 0 0;padding:.3rem 0 0 1.2rem;border-top:1px dotted #d9d5c8;font-size:.9rem;color:#3b4456}
fieldset{border:0;margin:.4rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem}
legend{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
fieldset label{display:inline-flex;gap:.4rem;align-items:center;min-height:2.75rem;cursor:pointer}
fieldset input{width:1.2rem;height:1.2rem}
.edit label{display:block;margin-top:.4rem}
.edit textarea{display:block;width:100%;border:1px solid #566074;border-radius:.4rem;padding:.4rem;background:#fff;min-height:4.5rem}
.edit .hint{margin:.2rem 0;font-size:.9rem;color:#566074}
.edit .hint.warn{color:#a3262a;font-weight:700}
.hand{display:none}
@media(min-width:48rem){html{scroll-padding-top:5rem}.texts{grid-template-columns:1fr 1fr}}
@media print{
 body{background:#fff;font-size:11pt}
 .bar,nav,fieldset,.edit,button,.screen{display:none!important}
 .p{break-inside:avoid;border:1px solid #999}
 .texts{grid-template-columns:1fr 1fr}
 h2{break-after:avoid}
 .hand{display:block;margin-top:.3rem}
 .hand i{display:block;height:8mm;border-bottom:1px solid #999}
 .sign i{display:block;height:10mm;border-bottom:1px solid #999}
}
@page{margin:15mm}
`.trim();
}
