// A worker: finds a bright sheet on a darker ground and makes it a page, straight, grey and evenly lit. The same as
// the program does with what comes unstraightened (documents.decoder); done here, the thin line carries a tenth.
// Messages: { find: grey, width, height } and { make: grey, width, height, corners, most }; corners are x and y of top
// left, top right, bottom right, bottom left, in parts of the sides.

const A4 = Math.SQRT2;

function shrunk(grey, width, height, longest) {
  let now = { grey, width, height };
  while (Math.max(now.width, now.height) > longest) {
    const w = now.width >> 1, h = now.height >> 1, half = new Uint8Array(w * h);
    for (let y = 0; y < h; y++)
      for (let x = 0; x < w; x++) {
        const at = 2 * y * now.width + 2 * x;
        half[y * w + x] = (now.grey[at] + now.grey[at + 1] + now.grey[at + now.width] + now.grey[at + now.width + 1] + 2) >> 2;
      }
    now = { grey: half, width: w, height: h };
  }
  return now;
}

/** Otsu: threshold and means of dark and bright. */
function parting(grey) {
  const count = new Uint32Array(256);
  for (const value of grey) count[value]++;
  let whole = 0;
  for (let i = 0; i < 256; i++) whole += i * count[i];
  let best = [128, 0, 255], most = -1, dark = 0, sum = 0;
  for (let i = 0; i < 255; i++) {
    dark += count[i];
    sum += i * count[i];
    const bright = grey.length - dark;
    if (!dark || !bright) continue;
    const a = sum / dark, b = (whole - sum) / bright, apart = dark * bright * (a - b) * (a - b);
    if (apart > most) [most, best] = [apart, [i + 1, a, b]];
  }
  return best;
}

function brightest({ grey, width }, threshold) {
  const seen = new Uint8Array(grey.length), queue = new Int32Array(grey.length);
  let largest = new Int32Array(0);
  for (let start = 0; start < grey.length; start++) {
    if (seen[start] || grey[start] < threshold) continue;
    let end = 0;
    seen[start] = 1;
    queue[end++] = start;
    for (let at = 0; at < end; at++) {
      const point = queue[at], x = point % width;
      for (const next of [x > 0 ? point - 1 : -1, x < width - 1 ? point + 1 : -1, point - width, point + width]) {
        if (next < 0 || next >= grey.length || seen[next] || grey[next] < threshold) continue;
        seen[next] = 1;
        queue[end++] = next;
      }
    }
    if (end > largest.length) largest = queue.slice(0, end);
  }
  return largest.sort();
}

const cross = (a, b, c) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
const area = (corners) => Math.abs(corners.reduce((sum, a, i) => {
  const b = corners[(i + 1) % corners.length];
  return sum + a[0] * b[1] - b[0] * a[1];
}, 0)) / 2;

function hull(points) {
  const sorted = points.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (all) => {
    const chain = [];
    for (const point of all) {
      while (chain.length > 1 && cross(chain[chain.length - 2], chain[chain.length - 1], point) <= 0) chain.pop();
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return half(sorted).concat(half(sorted.slice().reverse()));
}

function meeting(corners, i) {
  const n = corners.length, a = corners[(i + n - 1) % n], b = corners[i], c = corners[(i + 1) % n], d = corners[(i + 2) % n];
  const turn = (b[0] - a[0]) * (c[1] - d[1]) - (b[1] - a[1]) * (c[0] - d[0]);
  if (Math.abs(turn) < 1e-9) return null;
  const along = ((d[0] - a[0]) * (c[1] - d[1]) - (d[1] - a[1]) * (c[0] - d[0])) / turn;
  return along < 1 ? null : [a[0] + along * (b[0] - a[0]), a[1] + along * (b[1] - a[1])];
}

/** Takes away the side whose neighbours, drawn on, add the least, until four are left. */
function four(corners) {
  const left = corners.slice();
  while (left.length > 4) {
    let best = -1, least = Infinity, met = null;
    for (let i = 0; i < left.length; i++) {
      const point = meeting(left, i);
      if (!point) continue;
      const more = area([left[i], point, left[(i + 1) % left.length]]);
      if (more < least) [best, least, met] = [i, more, point];
    }
    if (best < 0) return null;
    left[best] = met;
    left.splice((best + 1) % left.length, 1);
  }
  return left.length < 4 ? null : ordered(left);
}

function ordered(corners) {
  const twice = corners.reduce((sum, a, i) => sum + a[0] * corners[(i + 1) % 4][1] - corners[(i + 1) % 4][0] * a[1], 0);
  const turned = twice > 0 ? corners : corners.slice().reverse();
  let first = 0;
  turned.forEach((c, i) => (first = c[0] + c[1] < turned[first][0] + turned[first][1] ? i : first));
  return [0, 1, 2, 3].map((i) => turned[(first + i) % 4]);
}

const side = (quad, i) => Math.hypot(quad[(i + 1) % 4][0] - quad[i][0], quad[(i + 1) % 4][1] - quad[i][1]);

function plausible(quad) {
  for (let i = 0; i < 4; i++) {
    const sine = cross(quad[(i + 3) % 4], quad[i], quad[(i + 1) % 4]) / (side(quad, (i + 3) % 4) * side(quad, i));
    if (!(sine > Math.sin((55 * Math.PI) / 180))) return false;
  }
  const alike = (a, b) => Math.min(a, b) > 0.5 * Math.max(a, b);
  return alike(side(quad, 0), side(quad, 2)) && alike(side(quad, 1), side(quad, 3));
}

function find(grey, width, height) {
  const small = shrunk(grey, width, height, 400);
  const [threshold, dark, bright] = parting(small.grey), whole = small.width * small.height;
  if (bright - dark < 45) return null;
  const sheet = brightest(small, threshold);
  if (sheet.length < 0.2 * whole || sheet.length > 0.97 * whole) return null;
  const rims = [];
  sheet.forEach((point, i) => {
    const row = Math.floor(point / small.width), x = point % small.width;
    const first = i === 0 || Math.floor(sheet[i - 1] / small.width) !== row;
    const last = i === sheet.length - 1 || Math.floor(sheet[i + 1] / small.width) !== row;
    if (first) rims.push([x, row], [x, row + 1]);
    if (last) rims.push([x + 1, row], [x + 1, row + 1]);
  });
  const outline = hull(rims), quad = four(outline);
  if (!quad || !plausible(quad)) return null;
  const held = area(outline);
  if (held < 0.93 * area(quad) || sheet.length < 0.6 * held || held > 0.97 * whole) return null;
  return refined(shrunk(grey, width, height, 1700), quad.map(([x, y]) => [x / small.width, y / small.height]))
    .flatMap((corner) => corner.map((n) => Math.min(1, Math.max(0, n))));
}

/** Each side drawn anew where brightness falls most, looked for near the rough one. */
function refined(fine, rough) {
  const near = rough.map(([x, y]) => [x * fine.width, y * fine.height]);
  const lines = near.map((_, i) => edge(fine, near, i));
  const made = lines.map((line, i) => {
    const before = lines[(i + 3) % 4], turn = before[2] * line[3] - before[3] * line[2];
    const along = ((line[0] - before[0]) * line[3] - (line[1] - before[1]) * line[2]) / turn;
    return [(before[0] + along * before[2]) / fine.width, (before[1] + along * before[3]) / fine.height];
  });
  return made.every(([x, y], i) => Math.hypot(x - rough[i][0], y - rough[i][1]) < 0.05) ? made : rough;
}

/** A side as a point and a direction. */
function edge(fine, quad, i) {
  const [x, y] = quad[i], length = side(quad, i), reach = 0.02 * Math.max(fine.width, fine.height);
  const ax = (quad[(i + 1) % 4][0] - x) / length, ay = (quad[(i + 1) % 4][1] - y) / length;
  const value = (u, v) => (u < 0 || v < 0 || u > fine.width - 1 || v > fine.height - 1 ? 0 : fine.grey[Math.round(v) * fine.width + Math.round(u)]);
  const points = [];
  for (let n = 0; n < 80; n++) {
    const at = length * (0.08 + (0.84 * n) / 79), px = x + at * ax, py = y + at * ay;
    let most = 0, best = 0;
    for (let d = -reach; d <= reach; d += 0.5) {
      let fall = 0;
      for (let k = 1; k <= 3; k++) fall += value(px + (d - k) * ay, py - (d - k) * ax) - value(px + (d + k) * ay, py - (d + k) * ax);
      if (fall > most) [most, best] = [fall, d];
    }
    if (most >= 45) points.push([px + best * ay, py - best * ax]);
  }
  let line = [x, y, ax, ay];
  if (points.length < 27) return line;
  const off = (p) => Math.abs((p[0] - line[0]) * line[3] - (p[1] - line[1]) * line[2]);
  for (let round = 0, kept = points; round < 3; round++) {
    line = fitted(kept);
    const limit = Math.max(1, 2.5 * points.map(off).sort((a, b) => a - b)[points.length >> 1]);
    kept = points.filter((p) => off(p) <= limit);
  }
  return line;
}

/** Total least squares. */
function fitted(points) {
  const mean = (n) => points.reduce((sum, p) => sum + p[n], 0) / points.length;
  const x = mean(0), y = mean(1);
  let xx = 0, xy = 0, yy = 0;
  for (const p of points) {
    xx += (p[0] - x) * (p[0] - x);
    xy += (p[0] - x) * (p[1] - y);
    yy += (p[1] - y) * (p[1] - y);
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  return [x, y, Math.cos(angle), Math.sin(angle)];
}

/** The sheet within the corners, seen from above. */
function above(grey, width, height, corners, most) {
  // Half a millimetre of each side is left away, where the ground may still be seen.
  const middle = [0, 1].map((n) => [0, 2, 4, 6].reduce((sum, i) => sum + corners[i + n] / 4, 0));
  const quad = [0, 1, 2, 3].map((i) => [0, 1].map((n) => (corners[2 * i + n] + (middle[n] - corners[2 * i + n]) * 0.006) * (n ? height : width)));
  let shape = (side(quad, 1) + side(quad, 3)) / (side(quad, 0) + side(quad, 2));
  if (Math.abs(shape / A4 - 1) < 0.06) shape = A4;
  else if (Math.abs(shape * A4 - 1) < 0.06) shape = 1 / A4;
  const points = Math.min(area(quad), most);
  const w = Math.max(8, Math.round(Math.sqrt(points / shape))), h = Math.max(8, Math.round(w * shape));
  const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = quad;
  const dx1 = x1 - x2, dx2 = x3 - x2, dx3 = x0 - x1 + x2 - x3, dy1 = y1 - y2, dy2 = y3 - y2, dy3 = y0 - y1 + y2 - y3;
  const turn = dx1 * dy2 - dx2 * dy1, g = (dx3 * dy2 - dx2 * dy3) / turn, k = (dx1 * dy3 - dx3 * dy1) / turn;
  const a = (x1 - x0 + g * x1) / w, b = (x3 - x0 + k * x3) / h, d = (y1 - y0 + g * y1) / w, e = (y3 - y0 + k * y3) / h;
  const page = new Uint8Array(w * h);
  for (let row = 0; row < h; row++)
    for (let column = 0; column < w; column++) {
      const u = column + 0.5, v = row + 0.5, q = (g / w) * u + (k / h) * v + 1;
      const x = Math.min(width - 1.001, Math.max(0, (a * u + b * v + x0) / q - 0.5));
      const y = Math.min(height - 1.001, Math.max(0, (d * u + e * v + y0) / q - 0.5));
      const left = x | 0, top = y | 0, across = x - left, at = top * width + left;
      const up = grey[at] + (grey[at + 1] - grey[at]) * across;
      const down = grey[at + width] + (grey[at + width + 1] - grey[at + width]) * across;
      page[row * w + column] = up + (down - up) * (y - top);
    }
  return { grey: page, width: w, height: h };
}

/** Paper made white, shadows taken away. */
function whitened({ grey, width, height }) {
  const size = Math.max(8, Math.floor(Math.max(width, height) / 40));
  const across = Math.ceil(width / size), down = Math.ceil(height / size), ground = new Float32Array(across * down);
  for (let row = 0; row < down; row++)
    for (let column = 0; column < across; column++) {
      const count = new Uint32Array(256);
      let seen = 0;
      for (let y = row * size; y < Math.min(height, (row + 1) * size); y += 2)
        for (let x = column * size; x < Math.min(width, (column + 1) * size); x += 2, seen++) count[grey[y * width + x]]++;
      let value = 255;
      for (let over = count[255]; value > 0 && over * 8 < seen; ) over += count[--value];
      ground[row * across + column] = value;
    }
  const smooth = ground.map((_, i) => {
    const x = i % across, y = Math.floor(i / across), near = [];
    for (let row = Math.max(0, y - 2); row <= Math.min(down - 1, y + 2); row++)
      for (let at = Math.max(0, x - 2); at <= Math.min(across - 1, x + 2); at++) near.push(ground[row * across + at]);
    return near.sort((p, q) => p - q)[Math.floor((near.length * 2) / 3)];
  });
  const out = new Uint8Array(grey.length);
  for (let y = 0; y < height; y++) {
    const v = Math.min(Math.max(0, (y + 0.5) / size - 0.5), Math.max(0, down - 1.001)), top = v | 0, below = Math.min(top + 1, down - 1);
    for (let x = 0; x < width; x++) {
      const u = Math.min(Math.max(0, (x + 0.5) / size - 0.5), Math.max(0, across - 1.001)), left = u | 0, right = Math.min(left + 1, across - 1);
      const first = smooth[top * across + left] * (left + 1 - u) + smooth[top * across + right] * (u - left);
      const second = smooth[below * across + left] * (left + 1 - u) + smooth[below * across + right] * (u - left);
      out[y * width + x] = Math.min(255, (grey[y * width + x] * 262) / Math.max(40, first * (top + 1 - v) + second * (v - top)));
    }
  }
  return { grey: out, width, height };
}

self.onmessage = ({ data }) => {
  if (data.find) self.postMessage({ corners: find(data.find, data.width, data.height) });
  else {
    const page = whitened(above(data.make, data.width, data.height, data.corners, data.most));
    self.postMessage(page, [page.grey.buffer]);
  }
};
