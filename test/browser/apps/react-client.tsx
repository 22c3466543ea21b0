import { hydrateRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { App } from "./react-app";

hydrateRoot(
  document.querySelector("#root") as Element,
  <BrowserRouter>
    <App />
  </BrowserRouter>,
);
