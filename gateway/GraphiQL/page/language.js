// The page's own words. GraphiQL itself speaks English only.
const texts = {
  en: {
    title: 'GraphQL · EduAnalytics',
    examples: 'Examples',
    withheld: 'This gateway does not tell its schema, so there is no documentation and no completion here. Queries run as ever.',
    introduction: 'Questions that a district’s own report raises. Each opens in a tab and runs as it stands.',
    headers: 'Where sign-in is configured, put an API token into Headers, below the query. It is kept in this browser; the settings, at the lower left, turn that off.',
    documents: 'The whole schema as text',
  },
  zh: {
    title: 'GraphQL 查询 · EduAnalytics',
    examples: '示例查询',
    withheld: '本网关设为不公开 schema，因此这里没有文档和自动补全；查询照常可用。',
    introduction: '由区县自评报告引出的问题。点击后在新标签页中打开，可直接运行。',
    headers: '如已启用登录，请在查询下方的 Headers 中填写 API 令牌。令牌保存在本浏览器中，可在左下角的设置里关闭。',
    documents: '完整的 schema 文本',
  },
};

const asked = new URLSearchParams(location.search).get('lang');

/** The language in the address, else the first of the browser's that the page knows, else Chinese, as in the dashboard. */
export const language =
  [asked, ...navigator.languages.map((name) => name.slice(0, 2))].find((name) => Object.hasOwn(texts, name ?? '')) ?? 'zh';

export const words = texts[language];
