import { start } from "kakao-chat-button";

start();
