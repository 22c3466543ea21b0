/** A shop in React as Next.js has it: drawn on the server, then routes without a new document. */

import { start, stop } from "kakao-chat-button";
import { StrictMode, useEffect, useState } from "react";
import { Link, Outlet, Route, Routes, useParams } from "react-router";

export function App() {
  return (
    <StrictMode>
      <Routes>
        <Route element={<Layout />}>
          <Route path="/goods/:route" element={<Goods />} />
          <Route path="/orders/:route" element={<Order />} />
        </Route>
      </Routes>
    </StrictMode>
  );
}

/** StrictMode starts it, stops it and starts it again. */
function Layout() {
  useEffect(() => {
    start();
    return stop;
  }, []);
  return <Outlet />;
}

function Goods() {
  const route = Number(useParams().route);
  return (
    <main key={route}>
      <h1>{route}</h1>
      <Link id="next" to={`/orders/${route + 1}`}>
        다음
      </Link>
      <button type="button" id="chat" data-kakao-chat="@goods" data-kakao-chat-extra={`${route}`}>
        상담하기
      </button>
      <div data-kakao-chat="@div" data-kakao-chat-method="post">
        상담하기
      </div>
    </main>
  );
}

/** Its button comes by an effect, and its own handler says what it is about. */
function Order() {
  const route = Number(useParams().route);
  const [isOpen, setOpen] = useState(false);
  const [order, setOrder] = useState("");
  useEffect(() => setOpen(true), []);
  return (
    <main>
      <h1>{route}</h1>
      <Link id="next" to={`/goods/${route + 1}`}>
        다음
      </Link>
      {isOpen && (
        <button
          type="button"
          id="chat"
          data-kakao-chat="@order"
          data-kakao-chat-extra={order}
          data-kakao-chat-method="post"
          onClick={() => setOrder(`${route}`)}
        >
          상담하기
        </button>
      )}
      <a data-kakao-chat="" href="https://bizmessage.kakao.com/chat/open/@link">
        상담하기
      </a>
    </main>
  );
}
