const pieceSize = 65_536;

/**
 * The bytes of a file as a stream that tells how many of them were taken. `fetch` takes a piece when there is room for it in the connection, so what it has
 * taken is nearly sent. A call whose body is a stream is tried once: what was read cannot be sent again.
 */
export function withProgress(file: Blob, onProgress: (sent: number) => void): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      const piece = new Uint8Array(await file.slice(sent, sent + pieceSize).arrayBuffer());
      if (piece.byteLength === 0) return controller.close();
      controller.enqueue(piece);
      sent += piece.byteLength;
      onProgress(sent);
    },
  });
}
