package io.moneyprinter.materials.brand;

import static io.moneyprinter.materials.asset.MaterialsClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.materials.Brand;
import io.moneyprinter.contracts.materials.BrandKits;
import io.moneyprinter.contracts.materials.VisualStyle;
import io.moneyprinter.materials.asset.AssetFixture;
import io.moneyprinter.materials.asset.Assets;
import io.moneyprinter.materials.asset.MaterialsApplication;
import io.moneyprinter.materials.asset.MaterialsClient;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.web.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Brands behind the real web server, over a real socket. */
class BrandControllerTests {

    private static final String BRANDS = "/api/v1/materials/brands";

    @TempDir
    Path work;

    private final TestServer server = MaterialsApplication.shared();
    private final MaterialsClient client = new MaterialsClient(server.address());

    @Test
    void keepsABrandAndChangesIt() {
        var created = send("POST", BRANDS, """
                {"name": " Acme ", "colours": ["#0b5fff", "#FFFFFF"], "style": "poster", "heading_font": "serif"}""");

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var path = created.headers().firstValue("Location").orElseThrow();
        var kit = json(client.get(path));
        assertThat(kit).isEqualTo(json(created));
        assertThat(path).isEqualTo(BRANDS + "/" + kit.get("brand_id").asString());
        assertThat(kit.get("name").asString()).isEqualTo("Acme");
        assertThat(colours(kit)).containsExactly("#0b5fff", "#FFFFFF");
        assertThat(kit.get("style").asString()).isEqualTo("poster");
        assertThat(kit.get("text_font").isNull()).isTrue();
        assertThat(json(client.get(BRANDS)).get("brands").valueStream()).contains(kit);

        var changed = json(send("PATCH", path, """
                {"colours": ["#e60023"], "text_font": "rounded", "clear": ["style"]}"""));
        assertThat(colours(changed)).containsExactly("#e60023");
        assertThat(changed.get("name").asString()).isEqualTo("Acme");
        assertThat(changed.get("style").isNull()).isTrue();
        assertThat(changed.get("heading_font").asString()).isEqualTo("serif");
        assertThat(changed.get("text_font").asString()).isEqualTo("rounded");
        var asked = server.bean(BrandKits.class)
                .brand(UserId.LOCAL, kit.get("brand_id").asString());
        assertThat(asked.brand().orElse(asked.brand()).colours()).containsExactly("#e60023");

        assertThat(client.send("DELETE", path).statusCode()).isEqualTo(204);
        for (var method : List.of("GET", "DELETE")) {
            var gone = client.send(method, path);
            assertThat(gone.statusCode()).isEqualTo(404);
            assertThat(json(gone).get("code").asString()).isEqualTo("BRAND_NOT_FOUND");
        }
    }

    @Test
    void takesAnImageOfItsOwnerAsLogo() throws Exception {
        var assets = server.bean(Assets.class);
        var mine = AssetFixture.add(assets, UserId.LOCAL, GeneratedMedia.image(work.resolve("a.png"), 32, 24), "a.png");
        var theirs = AssetFixture.add(
                assets, new UserId("somebody-else"), GeneratedMedia.image(work.resolve("b.png"), 24, 24), "b.png");

        var created = send("POST", BRANDS, body("\"logo_asset_id\": \"%s\"".formatted(mine)));
        var refused = send("POST", BRANDS, body("\"logo_asset_id\": \"%s\"".formatted(theirs)));

        assertThat(json(created).get("logo_asset_id").asString()).isEqualTo(mine.value());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(pointers(refused)).containsExactly("/logo_asset_id");
        client.send("DELETE", created.headers().firstValue("Location").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"A\"} | /colours",
                "{\"colours\": [\"#000000\"]} | /name",
                "{\"name\": \" \", \"colours\": [\"#000000\"]} | /name",
                "{\"name\": \"A\", \"colours\": []} | /colours",
                "{\"name\": \"A\", \"colours\": [\"#000000\", \"red\"]} | /colours/1",
                "{\"name\": \"A\", \"colours\": [null]} | /colours/0",
                "{\"name\": \"A\", \"colours\": [\"#000000\"], \"heading_font\": \"comic\"} | /heading_font",
                "{\"name\": \"A\", \"colours\": [\"#000000\"], \"logo_asset_id\": \"none\"} | /logo_asset_id"
            })
    void namesTheFieldThatIsWrong(String body, String pointer) {
        var refused = send("POST", BRANDS, body);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(json(refused).get("code").asString()).isEqualTo("FIELD_INVALID");
        assertThat(pointers(refused)).containsExactly(pointer);
    }

    @Test
    void keepsSoManyAndNoMore() {
        var brands = server.bean(JdbcBrands.class);
        var owner = new UserId("collector");
        var look = new Brand(null, List.of("#000000"), VisualStyle.AURORA, null, null, null);
        for (var i = 0; i < 100; i++) {
            brands.add(owner, new JdbcBrands.Named("Brand " + i, look));
        }

        assertThat(brands.list(owner)).hasSize(100);
        assertThatThrownBy(() -> brands.add(owner, new JdbcBrands.Named("One more", look)))
                .hasMessageContaining("limit: 100");
    }

    @Test
    void knowsNothingOfTheBrandsOfOthers() {
        var look = new Brand(null, List.of("#000000"), null, null, null, null);
        var theirs = server.bean(JdbcBrands.class)
                .add(new UserId("somebody-else"), new JdbcBrands.Named("Theirs", look))
                .brandId();
        var path = BRANDS + "/" + theirs;

        assertThat(client.get(path).statusCode()).isEqualTo(404);
        assertThat(send("PATCH", path, "{\"name\": \"Mine\"}").statusCode()).isEqualTo(404);
        assertThat(client.send("DELETE", path).statusCode()).isEqualTo(404);
        assertThat(json(client.get(BRANDS)).get("brands").valueStream())
                .noneMatch(kit -> kit.get("brand_id").asString().equals(theirs));
    }

    private static String body(String field) {
        return "{\"name\": \"Acme\", \"colours\": [\"#0b5fff\"], %s}".formatted(field);
    }

    private static List<String> colours(JsonNode kit) {
        return kit.get("colours").valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> pointers(HttpResponse<String> refused) {
        return json(refused)
                .get("errors")
                .valueStream()
                .map(error -> error.get("pointer").asString())
                .toList();
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return client.send(method, path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }
}
