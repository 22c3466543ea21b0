import { renderToString } from "react-dom/server";
import { StaticRouter } from "react-router";
import { App } from "./react-app";

export function render(location: string): string {
  return renderToString(
    <StaticRouter location={location}>
      <App />
    </StaticRouter>,
  );
}
