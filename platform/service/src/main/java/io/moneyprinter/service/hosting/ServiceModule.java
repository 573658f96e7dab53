package io.moneyprinter.service.hosting;

import io.moneyprinter.service.store.KeyColumn;
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

    /** Where its rows say which objects they point to; known also where the service is not hosted. */
    default List<KeyColumn> keyColumns() {
        return List.of();
    }

    /**
     * What the keys of the objects that it stores begin with, up to the first slash. Others may lie beside them, such as
     * those of another installation: whatever is of no service's namespace is never deleted.
     */
    default List<String> namespaces() {
        return List.of();
    }

    /** The namespaces of objects that hold the keys of others, as JSON: such an object keeps those too. */
    default List<String> namespacesWithKeys() {
        return List.of();
    }
}
