package io.moneyprinter.service.retention;

import io.moneyprinter.service.hosting.ServiceModule;
import io.moneyprinter.service.store.KeyColumn;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * What points to objects.
 *
 * @param columns of rows
 * @param namespaces of objects that hold keys of others, as JSON
 */
public record Pointing(List<KeyColumn> columns, Set<String> namespaces) {

    public Pointing {
        columns = List.copyOf(columns);
        namespaces = Set.copyOf(namespaces);
    }

    /** All that the services of this program say, hosted here or not. */
    public static Pointing ofAllServices() {
        var modules = ServiceLoader.load(ServiceModule.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return new Pointing(
                modules.stream().flatMap(module -> module.keyColumns().stream()).toList(),
                Set.copyOf(modules.stream()
                        .flatMap(module -> module.namespacesWithKeys().stream())
                        .toList()));
    }
}
