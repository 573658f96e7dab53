package io.moneyprinter.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.ReceivedErrorCode;
import io.moneyprinter.service.retention.Pointing;
import io.moneyprinter.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Pages of the documentation that are written from the code, so that they cannot be out of date. */
class DocumentationTests {

    private static final Path DOCS = Path.of("..", "docs");

    @Test
    void listsEveryErrorCode() {
        var codes = errorCodes();

        assertThat(codes).extracting(ErrorCode::name).doesNotHaveDuplicates();
        Golden.assertMatches(DOCS.resolve("errors.md"), errorPage(codes));
    }

    @Test
    void listsEverySetting() throws IOException {
        Golden.assertMatches(DOCS.resolve("configuration.md"), configurationPage());
    }

    /** What is in a namespace that no service names would never be deleted. */
    @Test
    void listsEveryNamespaceOfObjects() throws IOException {
        var known = Pointing.ofAllServices().namespaces();
        var listed = new TreeSet<String>();
        var page = Files.readString(DOCS.resolve("storage.md"));
        // Rows are: namespaces, what they are for, the lifecycle, and when they go.
        Pattern.compile("^\\| (`[^|]+) \\| [^|]+ \\| (original|rendition|cache) \\|", Pattern.MULTILINE)
                .matcher(page)
                .results()
                .forEach(row -> Pattern.compile("`([a-z]+)/`")
                        .matcher(row.group(1))
                        .results()
                        .forEach(namespace -> listed.add(namespace.group(1))));

        assertThat(listed).containsExactlyInAnyOrderElementsOf(known);
        assertThat(written()).isNotEmpty().isSubsetOf(known);
    }

    /** The namespaces that stand in the code where keys are made. */
    private static Set<String> written() throws IOException {
        var key = Pattern.compile("\"([a-z]+)/(%s[^\"/]*\\.|\" \\+ )");
        var found = new TreeSet<String>();
        try (var files = Files.walk(Path.of("..", "services"))) {
            for (var file : files.filter(each -> each.toString().endsWith(".java"))
                    .filter(each -> each.toString().contains("/src/main/"))
                    .toList()) {
                var text = Files.readString(file);
                if (text.contains("new ObjectKey(")) {
                    key.matcher(text).results().forEach(written -> found.add(written.group(1)));
                }
            }
        }
        return found;
    }

    private static List<ErrorCode> errorCodes() {
        var codes = new ArrayList<ErrorCode>();
        for (var type : ProductClasses.ALL) {
            if (type.isEnum() && type.isAssignableTo(ErrorCode.class)) {
                for (var constant : type.reflect().getEnumConstants()) {
                    codes.add((ErrorCode) constant);
                }
            }
        }
        assertThat(codes)
                .contains(CommonErrorCode.INTERNAL_ERROR)
                .doesNotHaveAnyElementsOfTypes(ReceivedErrorCode.class);
        codes.sort(Comparator.comparing(ErrorCode::name));
        return codes;
    }

    private static String errorPage(List<ErrorCode> codes) {
        var page = new StringBuilder("""
                # Errors

                Every error is a problem document (RFC 9457, `application/problem+json`): `type`, `title`, `status`, `detail`, `code`, `retryable`, `trace_id` and, where fields are at fault, `errors` with a JSON pointer each. A code keeps its meaning for ever. This page is written by a test from the code.

                | code | status | retry helps | meaning |
                | --- | --- | --- | --- |
                """);
        for (var code : codes) {
            page.append("| <a id=\"%s\"></a>`%s` | %d | %s | %s |\n"
                    .formatted(
                            code.name(),
                            code.name(),
                            code.kind().status(),
                            code.kind().retryable() ? "yes" : "no",
                            code.meaning()));
        }
        return page.toString();
    }

    private static String configurationPage() throws IOException {
        var json = JsonMapper.builder().build();
        var lines = new TreeMap<String, String>();
        var resources =
                DocumentationTests.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json");
        while (resources.hasMoreElements()) {
            try (var in = resources.nextElement().openStream()) {
                for (var property : json.readTree(in).path("properties")) {
                    var name = property.path("name").asString();
                    if (name.startsWith("moneyprinter.")) {
                        var fallback = property.path("defaultValue");
                        lines.put(
                                name,
                                "| `%s` | %s | %s |\n"
                                        .formatted(
                                                name,
                                                fallback.isMissingNode()
                                                        ? ""
                                                        : "`"
                                                                + (fallback.isValueNode()
                                                                        ? fallback.asString()
                                                                        : fallback)
                                                                + "`",
                                                property.path("description")
                                                        .asString("")
                                                        .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`")
                                                        .replace("|", "\\|")
                                                        .replace("\n", " ")));
                    }
                }
            }
        }
        assertThat(lines).isNotEmpty();
        var page = new StringBuilder("""
                # Configuration

                Nothing has to be set. A setting is given as an environment variable (`moneyprinter.tts.edge.enabled` is `MONEYPRINTER_TTS_EDGE_ENABLED`), or in `application.yaml` in the data directory (`~/.moneyprinter`, or what `MONEYPRINTER_HOME` names). This page is written by a test from the code.

                | setting | default | meaning |
                | --- | --- | --- |
                """);
        lines.values().forEach(page::append);
        return page.toString();
    }
}
