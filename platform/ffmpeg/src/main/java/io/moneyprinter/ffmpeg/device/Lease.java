package io.moneyprinter.ffmpeg.device;

/** The right to encode on a device, until closed. */
public final class Lease implements AutoCloseable {

    private final DeviceSlots slots;
    private final Session session;
    private boolean open = true;

    Lease(DeviceSlots slots, Session session) {
        this.slots = slots;
        this.session = session;
    }

    public Device device() {
        return session.state().device();
    }

    Session session() {
        return session;
    }

    /** The next in line has the place; a second call does nothing. */
    @Override
    public void close() {
        if (open) {
            open = false;
            slots.release(session);
        }
    }
}
