// Keeps the shell on the device, and one page for when there is no line. Pages of officers are never kept.

const SHELL = [/* shell */];
const PAGE = "/offline";
const NAME = "karyalay-shell-" + SHELL.join().split("").reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) >>> 0, 7).toString(36);

self.addEventListener("install", event => event.waitUntil(keep()));
self.addEventListener("activate", event => event.waitUntil(takeOver()));

async function keep() {
  const cache = await caches.open(NAME);
  await cache.addAll(SHELL);
  await cache.put(PAGE, await fetch(PAGE, { credentials: "omit", cache: "no-store" }));
  await self.skipWaiting();
}

async function takeOver() {
  await self.clients.claim();
  await self.registration.navigationPreload?.enable();
  for (const name of await caches.keys()) if (name.startsWith("karyalay-shell-") && name !== NAME) await caches.delete(name);
}

self.addEventListener("fetch", event => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (new URL(request.url).pathname.startsWith("/static/")) event.respondWith(file(request));
});

async function page(event) {
  try {
    return await event.preloadResponse ?? await fetch(event.request);
  } catch {
    return await caches.match(PAGE) ?? Response.error();
  }
}

const file = async request => await caches.match(request) ?? fetch(request);
