package io.moneyprinter.video.device;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.service.store.Digests;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A film whose chunks a device encodes. Chunks of different encoders cannot be joined without encoding: so each chunk has
 * a file for the device and one for the CPU, and a film is made of the one kind or of the other.
 *
 * @param name as FFmpeg calls the encoder, such as {@code h264_nvenc}
 * @param cpuKeys where the chunks are when the CPU has encoded them, in order
 */
public record FilmEncoder(String name, List<ObjectKey> cpuKeys) {

    /** To be changed with the settings that devices get. */
    private static final int VERSION = 1;

    public FilmEncoder {
        cpuKeys = List.copyOf(cpuKeys);
    }

    /**
     * What a film is joined from.
     *
     * @param keys of the chunks, in order, all from one encoder
     * @param missing those of them that the CPU has to encode first, because the device was lost after it had done them
     * @param absent chunks that nobody has encoded yet
     */
    public record Settled(List<ObjectKey> keys, List<Integer> missing, List<Integer> absent) {

        public Settled {
            keys = List.copyOf(keys);
            missing = List.copyOf(missing);
            absent = List.copyOf(absent);
        }
    }

    /** Where a chunk is when the device has encoded it. */
    public ObjectKey key(int index) {
        var cpu = cpuKeys.get(index);
        return new ObjectKey("chunks/%s.%s".formatted(Digests.of("device", VERSION, name, cpu), cpu.extension()));
    }

    public List<ObjectKey> keys() {
        return IntStream.range(0, cpuKeys.size()).mapToObj(this::key).toList();
    }

    /** The device's chunks if they are complete, else the CPU's. */
    public Settled settle(Predicate<ObjectKey> exists) {
        var keys = keys();
        if (keys.stream().allMatch(exists)) {
            return new Settled(keys, List.of(), List.of());
        }
        var open = IntStream.range(0, keys.size())
                .filter(index -> !exists.test(cpuKeys.get(index)))
                .boxed()
                .toList();
        return new Settled(
                cpuKeys,
                open.stream().filter(index -> exists.test(keys.get(index))).toList(),
                open.stream().filter(index -> !exists.test(keys.get(index))).toList());
    }

    /** Where it is written that the device was lost. */
    ObjectKey lostKey() {
        return new ObjectKey("encoders/%s.txt".formatted(Digests.of("lost", VERSION, name, cpuKeys)));
    }
}
