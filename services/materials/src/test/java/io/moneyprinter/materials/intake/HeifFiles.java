package io.moneyprinter.materials.intake;

import static io.moneyprinter.materials.intake.IsoBoxes.ascii;
import static io.moneyprinter.materials.intake.IsoBoxes.box;
import static io.moneyprinter.materials.intake.IsoBoxes.bytes;
import static io.moneyprinter.materials.intake.IsoBoxes.concat;
import static io.moneyprinter.materials.intake.IsoBoxes.full;
import static io.moneyprinter.materials.intake.IsoBoxes.ints;
import static io.moneyprinter.materials.intake.IsoBoxes.shorts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** HEIC pictures as telephones write them, which FFmpeg reads and does not write. */
final class HeifFiles {

    private static final int TILE = 256;

    private HeifFiles() {}

    /**
     * One picture of 256x256 pixels, red at its left and blue at its right.
     *
     * @param turns quarters counterclockwise that it is to be turned
     */
    static byte[] single(Path file, int turns) throws IOException {
        return single(file, "color=red:size=128x256:rate=1:duration=1,pad=256:256:0:0:blue", turns, null);
    }

    /** @param colour what the colours mean, as a property of the picture; null where nothing is said */
    static byte[] single(Path file, String graph, int turns, byte @Nullable [] colour) throws IOException {
        var tile = tile(file, graph);
        var properties = new ArrayList<>(List.of(box("hvcC", tile.header()), size(TILE, TILE)));
        if (turns > 0) {
            properties.add(box("irot", bytes(turns)));
        }
        if (colour != null) {
            properties.add(box("colr", colour));
        }
        var all = properties.size();
        var associated = all == 4
                ? bytes(0, 1, 4, 0x81, 2, 0x83, 4)
                : all == 3 ? bytes(0, 1, 3, 0x81, 2, turns > 0 ? 0x83 : 3) : bytes(0, 1, 2, 0x81, 2);
        return file(
                1, List.of(item(1, "hvc1")), new byte[0], properties, List.of(associated), List.of(tile), new byte[0]);
    }

    /**
     * A picture put together from tiles of 256x256 pixels, the right column of which is blue.
     *
     * @param width less than the tiles have together
     * @param turns quarters counterclockwise that it is to be turned
     */
    static byte[] tiled(Path file, int columns, int rows, int width, int height, int turns) throws IOException {
        var red = tile(file, "color=red:size=256x256:rate=1:duration=1");
        var blue = tile(file, "color=blue:size=256x256:rate=1:duration=1");
        var tiles = new ArrayList<Tile>();
        var items = new ArrayList<byte[]>();
        var associated = new ArrayList<byte[]>();
        var names = new ByteArrayOutputStream();
        for (var i = 0; i < columns * rows; i++) {
            tiles.add(i % columns == columns - 1 ? blue : red);
            items.add(item(i + 1, "hvc1"));
            associated.add(concat(shorts(i + 1), bytes(2, 0x81, 2)));
            names.writeBytes(shorts(i + 1));
        }
        var grid = columns * rows + 1;
        items.add(item(grid, "grid"));
        var properties = new ArrayList<>(List.of(box("hvcC", red.header()), size(TILE, TILE), size(width, height)));
        if (turns > 0) {
            properties.add(box("irot", bytes(turns)));
            associated.add(concat(shorts(grid), bytes(2, 3, 0x84)));
        } else {
            associated.add(concat(shorts(grid), bytes(1, 3)));
        }
        var references = full("iref", 0, box("dimg", shorts(grid, columns * rows), names.toByteArray()));
        var shape = concat(bytes(0, 0, rows - 1, columns - 1), shorts(width, height));
        return file(grid, items, references, properties, associated, tiles, shape);
    }

    private record Tile(byte[] header, byte[] data) {}

    private static Tile tile(Path file, String graph) throws IOException {
        var video = Made.bytes(
                file,
                "mp4",
                other -> Made.picture(
                        other,
                        graph + ",format=yuv420p",
                        "frames:v",
                        "1",
                        "c:v",
                        "libx265",
                        "preset",
                        "ultrafast",
                        "x265-params",
                        "log-level=none:keyint=1",
                        "tag:v",
                        "hvc1"));
        return new Tile(
                IsoBoxes.find(video, "moov", "trak", "mdia", "minf", "stbl", "stsd", "hvc1", "hvcC"),
                IsoBoxes.find(video, "mdat"));
    }

    /** @param shape of the grid, which is the last item; empty when there is none */
    private static byte[] file(
            int primary,
            List<byte[]> items,
            byte[] references,
            List<byte[]> properties,
            List<byte[]> associated,
            List<Tile> tiles,
            byte[] shape) {
        var type = box("ftyp", ascii("heic"), ints(0), ascii("mif1heic"));
        // Where the tiles are depends on how long the list of places is, which is always the same.
        var length = meta(0, primary, items, references, properties, associated, tiles, shape).length;
        var meta = meta(type.length + length + 8, primary, items, references, properties, associated, tiles, shape);
        var data = tiles.stream().map(Tile::data).toArray(byte[][]::new);
        return concat(type, meta, box("mdat", data));
    }

    private static byte[] meta(
            int start,
            int primary,
            List<byte[]> items,
            byte[] references,
            List<byte[]> properties,
            List<byte[]> associated,
            List<Tile> tiles,
            byte[] shape) {
        var places = new ByteArrayOutputStream();
        var at = start;
        for (var i = 0; i < tiles.size(); i++) {
            places.writeBytes(place(i + 1, 0, at, tiles.get(i).data().length));
            at += tiles.get(i).data().length;
        }
        if (shape.length > 0) {
            places.writeBytes(place(primary, 1, 0, shape.length));
        }
        return full(
                "meta",
                0,
                full("hdlr", 0, ints(0), ascii("pict"), new byte[13]),
                full("pitm", 0, shorts(primary)),
                full("iloc", 1, bytes(0x44, 0), shorts(items.size()), places.toByteArray()),
                full("iinf", 0, shorts(items.size()), concat(items.toArray(byte[][]::new))),
                references,
                box(
                        "iprp",
                        box("ipco", properties.toArray(byte[][]::new)),
                        full("ipma", 0, ints(associated.size()), concat(associated.toArray(byte[][]::new)))),
                shape.length > 0 ? box("idat", shape) : new byte[0]);
    }

    /** @param method 0 for a place in the file, 1 for one in the list itself */
    private static byte[] place(int item, int method, int at, int length) {
        return concat(shorts(item, method, 0, 1), ints(at, length));
    }

    private static byte[] item(int id, String type) {
        return full("infe", 2, shorts(id, 0), ascii(type), new byte[1]);
    }

    private static byte[] size(int width, int height) {
        return full("ispe", 0, ints(width, height));
    }
}
