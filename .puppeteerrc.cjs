// The browser is the machine's own (WHATSAPP_WEB_CHROMIUM); puppeteer must not download one at install.
module.exports = { skipDownload: true }
