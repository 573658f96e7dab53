package io.moneyprinter.service.retention;

import io.moneyprinter.service.hosting.ServiceModule;
import io.moneyprinter.service.store.KeyColumn;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which objects there are, and what points to them.
 *
 * @param columns of rows
 * @param namespaces of all objects of ours; what is of no other one is left alone
 * @param namespacesWithKeys of objects that hold keys of others, as JSON
 */
public record Pointing(List<KeyColumn> columns, Set<String> namespaces, Set<String> namespacesWithKeys) {

    public Pointing {
        columns = List.copyOf(columns);
        namespaces = Set.copyOf(namespaces);
        namespacesWithKeys = Set.copyOf(namespacesWithKeys);
    }

    /** All that the services of this program say, hosted here or not. */
    public static Pointing ofAllServices() {
        var modules = ServiceLoader.load(ServiceModule.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return new Pointing(
                modules.stream().flatMap(module -> module.keyColumns().stream()).toList(),
                modules.stream().flatMap(module -> module.namespaces().stream()).collect(Collectors.toSet()),
                modules.stream()
                        .flatMap(module -> module.namespacesWithKeys().stream())
                        .collect(Collectors.toSet()));
    }
}
