const { start } = require("kakao-chat-button");

start();
