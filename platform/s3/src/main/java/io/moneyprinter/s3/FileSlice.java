package io.moneyprinter.s3;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A part of a file. */
final class FileSlice extends InputStream {

    private final FileChannel channel;
    private long at;
    private final long end;

    private FileSlice(FileChannel channel, long at, long end) {
        this.channel = channel;
        this.at = at;
        this.end = end;
    }

    static InputStream open(Path file, long from, long length) {
        try {
            return new FileSlice(FileChannel.open(file), from, from + length);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (at >= end) {
            return -1;
        }
        var wanted = (int) Math.min(length, end - at);
        var count = channel.read(ByteBuffer.wrap(into, offset, wanted), at);
        if (count < 0) {
            throw new EOFException("the file became shorter while it was read");
        }
        at += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
