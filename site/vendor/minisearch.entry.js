module.exports = require("minisearch");
