package io.moneyprinter.ffmpeg.device;

import org.jspecify.annotations.Nullable;

/** How a device does. Guarded by the lock of the slots. Times are milliseconds of their clock. */
final class DeviceState {

    private enum Health {
        WELL,
        RESTS,
        IS_TESTED
    }

    private final Device device;
    private final SlotRules rules;
    private Health health = Health.WELL;
    private @Nullable DeviceFailure last;
    private int used;
    private int limit;
    private int failures;
    private long restsUntil;
    private long limitedUntil;

    DeviceState(Device device, SlotRules rules) {
        this.device = device;
        this.rules = rules;
        this.limit = device.sessions();
    }

    Device device() {
        return device;
    }

    int used() {
        return used;
    }

    @Nullable
    DeviceFailure last() {
        return last;
    }

    boolean serves(Wish wish) {
        return device.family() == wish.family() && device.encodes(wish.codec());
    }

    boolean isWell() {
        return health == Health.WELL;
    }

    /** Whether it failed lately, so that others come first. */
    boolean isSuspect() {
        return failures > 0;
    }

    boolean isFree(long now) {
        if (now >= limitedUntil) {
            limit = device.sessions();
        }
        return health == Health.WELL && used < limit;
    }

    void take() {
        used++;
    }

    void giveBack() {
        used--;
    }

    void succeeded() {
        if (health == Health.WELL) {
            failures = 0;
        }
    }

    void failed(DeviceFailure failure, long now) {
        last = failure;
        if (failure.fault() == DeviceFault.SESSIONS_TAKEN) {
            // Somebody else uses the device too: what we hold besides is what it bears for now.
            limit = Math.max(1, Math.min(limit, used - 1));
            limitedUntil = now + rules.rest().toMillis();
            return;
        }
        failures++;
        if (failures >= rules.failures() && health == Health.WELL) {
            rest(now);
        }
    }

    /** Whether it has rested long enough; then it is being tested from now on. */
    boolean startsTest(long now) {
        if (health != Health.RESTS || now < restsUntil) {
            return false;
        }
        health = Health.IS_TESTED;
        return true;
    }

    void tested(@Nullable DeviceFailure failure, long now) {
        if (failure == null) {
            health = Health.WELL;
            failures = 0;
        } else {
            last = failure;
            rest(now);
        }
    }

    private void rest(long now) {
        health = Health.RESTS;
        restsUntil = now + rules.rest().toMillis();
    }
}
