package io.moneyprinter.service.hosting;

import java.util.List;

/**
 * What a service tells the program that may host it. Found by {@link java.util.ServiceLoader}, so that a process
 * knows the contracts of services that it does not host.
 */
public interface ServiceModule {

    ServiceId id();

    /** The Spring configuration that holds the whole service; loaded only where the service is hosted. */
    Class<?> configuration();

    /** The contract interfaces that the service implements; elsewhere they are HTTP clients. */
    List<Class<?>> contracts();
}
